import {compareFacts} from '../../assessment/compare-facts.ts';
import type {AppEvent} from './app-event.ts';
import type {AppState} from './app-state.ts';
import {referencesOf} from './places/compare.ts';
import type {ComparisonScreen, Differences, FactsReference, KeptFacts} from './places.ts';

/** What a place asked for and waits for; whoever has left it by now is not called back. */
export function arrive(
	state: AppState,
	event: Extract<AppEvent, {type: 'report_made' | 'report_failed' | 'facts_loaded'}>,
): AppState {
	const {screen} = state;
	switch (event.type) {
		case 'report_made': {
			return screen.kind === 'report' ? {...state, screen: {...screen, texts: event.texts}} : state;
		}

		case 'report_failed': {
			return screen.kind === 'report' && screen.texts === null
				? {
						...state,
						message: event.what,
						screen: state.behind.at(-1) ?? {kind: 'controls', row: null},
						behind: state.behind.slice(0, -1),
					}
				: state;
		}

		case 'facts_loaded': {
			return screen.kind === 'comparison' && isWhatItWaitsFor(screen, event.references)
				? {...state, screen: {...screen, differences: differencesOf(screen, event.kept, state)}}
				: state;
		}
	}
}

/** Another comparison may have been left before its facts came. */
function isWhatItWaitsFor(
	{before, after, differences}: ComparisonScreen,
	references: readonly FactsReference[],
): boolean {
	const wanted = referencesOf(before, after) ?? [];
	return (
		differences.kind === 'loading' &&
		wanted.length === references.length &&
		wanted.every(({file}, index) => file === references[index]?.file)
	);
}

function differencesOf(
	{after}: ComparisonScreen,
	[first, second]: readonly KeptFacts[],
	state: AppState,
): Differences {
	// How it stands now rests on the facts at hand; they are not read back.
	const later = after.at === null ? {facts: state.open?.facts ?? {}, why: null} : second;
	if (first === undefined || later === undefined) {
		return {kind: 'none', why: 'What was read was not kept.'};
	}

	if (first.facts === null) {
		return {kind: 'none', why: `Of the earlier one: ${first.why}`};
	}

	return later.facts === null
		? {kind: 'none', why: `Of the later one: ${later.why}`}
		: {kind: 'compared', differences: compareFacts(first.facts, later.facts)};
}
