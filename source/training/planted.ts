import type {Status} from '../types/verdict.ts';
import {resourceId} from './resource-id.ts';
import {findScenario} from './scenarios/find-scenario.ts';
import type {Scenario} from './scenarios/scenario.ts';

/** What a rule must find in a scenario: its status and the ids of what it points at (contract §4), sorted. */
export type Planted = Readonly<
	Record<string, {readonly status: Status; readonly resourceIds: readonly string[]}>
>;

/** The planted verdicts of a scenario for a seed, by rule id. Throws UserError for an unknown scenario. */
export function plantedIn(scenarioName: string, seed: number): Planted {
	return plantedOf(findScenario(scenarioName), seed);
}

/** The planted verdicts of a scenario that is at hand. */
export function plantedOf(scenario: Scenario, seed: number): Planted {
	return Object.fromEntries(
		Object.entries(scenario.planted).map(([rule, {status, resources}]) => [
			rule,
			{status, resourceIds: resources.map(reference => resourceId(scenario, seed, reference)).toSorted()},
		]),
	);
}
