import type {AppState} from '../app-state.ts';
import type {Assessed, ComparisonScreen, FactsReference} from '../places.ts';
import type {Step} from '../step.ts';

/** Hold two assessments against each other, the earlier one first, with what was read for both where it was kept. */
export function compareTwo(state: AppState, one: Assessed, other: Assessed): Step {
	const [before, after] = isEarlier(one, other) ? [one, other] : [other, one];
	const references = referencesOf(before, after);
	const screen: ComparisonScreen = {
		kind: 'comparison',
		row: 0,
		before,
		after,
		differences: references === null ? {kind: 'none', why: 'What was read was not kept.'} : {kind: 'loading'},
	};
	return {
		state: {...state, screen, behind: [...state.behind, state.screen]},
		effects: references === null ? [] : [{type: 'load_facts', references}],
	};
}

function isEarlier(one: Assessed, other: Assessed): boolean {
	return one.at !== null && (other.at === null || one.at < other.at);
}

/** The facts that two assessments are compared by; null where they were not kept. How it stands now needs none. */
export function referencesOf(before: Assessed, after: Assessed): readonly FactsReference[] | null {
	if (before.facts === undefined || (after.at !== null && after.facts === undefined)) {
		return null;
	}

	return after.at === null || after.facts === undefined ? [before.facts] : [before.facts, after.facts];
}
