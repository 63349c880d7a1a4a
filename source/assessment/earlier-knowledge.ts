import type {Attestation} from '../types/assessment.ts';
import type {Rule} from '../types/rule.ts';
import {knows, type Since, timeOf} from './in-doubt.ts';

/**
What earlier assessments knew, as far as a person's words need it to be held against: for each word that something new
can put in doubt, the assessment nearest before the person looked that read the list, else the first after it. `moments`
are the times of the assessments that kept what they read (UTC ISO 8601); `load` gives what one knew, null when that is
gone. Each is loaded once at most, one after the other, and only its ids stay. The oldest first.
*/
export async function earlierKnowledge(
	attestations: readonly Attestation[],
	rules: readonly Pick<Rule, 'id' | 'doubtedBy'>[],
	moments: readonly string[],
	load: (at: string) => Promise<Since | null>,
): Promise<readonly Since[]> {
	const kinds = new Map(rules.map(({id, doubtedBy}) => [id, doubtedBy]));
	const loaded = new Map<string, Since | null>();
	for (const attestation of attestations) {
		const kind = kinds.get(attestation.rule);
		for (const at of kind === undefined ? [] : inOrder(timeOf(attestation), moments)) {
			const since = loaded.has(at) ? (loaded.get(at) ?? null) : await load(at);
			loaded.set(at, since);
			if (since !== null && knows(since, kind) !== null) {
				break;
			}
		}
	}

	return [...loaded.values()]
		.filter(since => since !== null)
		.toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
}

/** The assessments up to the moment, the nearest first, then those after it. */
function inOrder(moment: number, moments: readonly string[]): readonly string[] {
	const sorted = moments.toSorted((one, other) => Date.parse(one) - Date.parse(other));
	const before = sorted.filter(at => Date.parse(at) <= moment);
	return [...before.toReversed(), ...sorted.slice(before.length)];
}
