import type {Fault} from '../../training/faults/fault.ts';
import {faults} from '../../training/faults/list.ts';
import {routeNames} from '../../training/routes/route-name.ts';
import {scenarios} from '../../training/scenarios/list.ts';
import type {HelpList} from '../command.ts';

/** The scenarios to practise on or to serve, each with its paragraph. */
export const scenarioList: HelpList = {
	title: 'Scenarios',
	rows: scenarios.map(({name, summary, description}) => [name, `${summary}. ${description}`]),
};

/** The faults that can be asked for, and how they are aimed. */
export const faultList: HelpList = {
	title: 'Faults',
	rows: [
		...faults.map((fault): readonly [string, string] => [fault.name, fault.summary]),
		...faults.slice(0, 1).map(aiming),
	],
};

function aiming({name}: Fault): readonly [string, string] {
	return [
		'NAME:N@ROUTE',
		`Another number, or one route only, as in ${name}:5@users. Routes: ${routeNames.join(', ')}, and writes for all that changes something`,
	];
}
