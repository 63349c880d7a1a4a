import type {AppState} from './app-state.ts';
import type {Effect} from './effect.ts';
import type {Assessed, ComparisonScreen} from './places.ts';
import type {Step} from './step.ts';

/** Hold two assessments against each other, the earlier one first, with what was read for both where it was kept. */
export function compareTwo(state: AppState, one: Assessed, other: Assessed): Step {
	const [before, after] = isEarlier(one, other) ? [one, other] : [other, one];
	const asked = factsEffect(before, after);
	const screen: ComparisonScreen = {
		kind: 'comparison',
		row: 0,
		before,
		after,
		differences: asked === null ? {kind: 'none', why: 'What was read was not kept.'} : {kind: 'loading'},
	};
	return {
		state: {...state, screen, behind: [...state.behind, state.screen]},
		effects: asked === null ? [] : [asked],
	};
}

function isEarlier(one: Assessed, other: Assessed): boolean {
	return one.at !== null && (other.at === null || one.at < other.at);
}

function factsEffect(before: Assessed, after: Assessed): Effect | null {
	if (before.facts === undefined || (after.at !== null && after.facts === undefined)) {
		return null;
	}

	const later = after.at === null || after.facts === undefined ? [] : [after.facts];
	return {type: 'load_facts', references: [before.facts, ...later]};
}
