import {refuseUnknown} from '../refuse-unknown.ts';
import {scenarios} from './list.ts';
import type {Scenario} from './scenario.ts';
import {simulateOnly} from './simulate-only.ts';

/** The scenario of that name, those that only `simulate` serves included. Throws UserError with the nearest match when there is none. */
export function findScenario(name: string): Scenario {
	const make = Object.hasOwn(simulateOnly, name) ? simulateOnly[name] : undefined;
	return make === undefined ? findPractice(name) : make();
}

/** The scenario of that name that people practise on. Throws UserError with the nearest match when there is none. */
export function findPractice(name: string): Scenario {
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
