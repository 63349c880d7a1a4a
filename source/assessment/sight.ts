import type {Attestation} from '../types/assessment.ts';

/** What a person saw and when, as evidence; only that they looked where they wrote nothing. */
export function sight({by, observedOn, seen}: Pick<Attestation, 'by' | 'observedOn' | 'seen'>): string {
	return seen === '' ? `${by} looked on ${observedOn}` : `${by} saw on ${observedOn}: ${seen}`;
}
