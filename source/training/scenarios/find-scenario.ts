import {refuseUnknown} from '../refuse-unknown.ts';
import {scenarios} from './list.ts';
import type {Scenario} from './scenario.ts';

/** The scenario of that name. Throws UserError with the nearest match when there is none. */
export function findScenario(name: string): Scenario {
	const found = scenarios.find(scenario => scenario.name === name);
	if (found === undefined) {
		throw refuseUnknown(
			'scenario',
			name,
			scenarios.map(scenario => scenario.name),
		);
	}

	return found;
}
