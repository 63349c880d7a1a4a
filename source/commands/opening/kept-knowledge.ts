import {earlierKnowledge} from '../../assessment/earlier-knowledge.ts';
import {type Since, sinceOf} from '../../assessment/in-doubt.ts';
import {controls} from '../../controls/index.ts';
import {loadFacts} from '../../session/facts-store.ts';
import type {SessionState} from '../../types/session.ts';

/**
What the assessments of a session knew, as far as its attestations have to be held against it; from the facts kept in
its folder `directory`, without those of `until` (UTC ISO 8601) and later. Facts that can't be used tell nothing.
*/
export async function keptKnowledge(
	state: SessionState,
	directory: string,
	until: string | null = null,
): Promise<readonly Since[]> {
	const kept = new Map(
		state.readings.filter(({at}) => until === null || at < until).map(reading => [reading.at, reading]),
	);
	const rules = controls.flatMap(control => control.rules);
	return earlierKnowledge(state.attestations, rules, [...kept.keys()], async at => {
		const reference = kept.get(at);
		const loaded = reference === undefined ? null : await loadFacts(directory, reference);
		return loaded?.facts == null ? null : sinceOf(loaded.facts, at);
	});
}
