import type {Attestation, ControlResult} from '../../types/assessment.ts';

/** The day of the observation behind a control that a person's word carries, ISO; null when nobody's does. */
export function saidOn(result: ControlResult, attestations: readonly Attestation[]): string | null {
	return wordBehind(result, attestations)?.observedOn ?? null;
}

/** Whose word carries a control: the name behind its latest attested rule, null when nobody's does. */
export function saidBy(result: ControlResult, attestations: readonly Attestation[]): string | null {
	return wordBehind(result, attestations)?.by ?? null;
}

function wordBehind(result: ControlResult, attestations: readonly Attestation[]): Attestation | null {
	const attested = new Set(result.rules.filter(rule => rule.basis === 'attested').map(rule => rule.id));
	return attestations.findLast(attestation => attested.has(attestation.rule)) ?? null;
}
