import {integerBetween, seededRandom} from './random.ts';
import type {PlantedReference, Scenario} from './scenarios/scenario.ts';

type Kind = PlantedReference['type'];

/** Gives the id of the n-th thing of a kind, as a decimal string. */
export type MakeId = (kind: Kind, index: number) => string;

// Room between the projects of one organization, for the views and properties of each.
const perProject = 10_000;

/** Ids of a scenario for a seed: never the same for two things of a kind, always the same for the same thing. */
export function idMaker(scenario: Scenario, seed: number): MakeId {
	return (kind, index) => {
		const offset = integerBetween(seededRandom(scenario.name, seed, 'id', kind), 0, 8_999_999);
		const first = scenario.ids === 'huge' ? 2n ** 53n : 1_000_000n;
		return String(first + BigInt(offset + index));
	};
}

/** Index of the n-th view or property of the n-th project. */
export function indexWithin(projectIndex: number, index: number): number {
	return projectIndex * perProject + index;
}
