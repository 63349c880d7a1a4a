import type {Attestation} from '../../types/assessment.ts';

const answers: {readonly [Status in Attestation['status']]: string} = {
	pass: 'Yes',
	fail: 'No',
	not_applicable: 'Does not apply',
};

/** A person's word as a quotation, with whose it is and of which day; their answer where they wrote nothing. */
export function quotedWord({
	status,
	seen,
	by,
	observedOn,
}: Pick<Attestation, 'status' | 'seen' | 'by' | 'observedOn'>): string {
	return `${seen === '' ? answers[status] : `“${seen}”`} — ${by}, ${observedOn}`;
}
