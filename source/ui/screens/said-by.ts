import type {Attestation, ControlResult} from '../../types/assessment.ts';

/** Whose word carries a control: the name behind its latest attested rule, null when nobody's does. */
export function saidBy(result: ControlResult, attestations: readonly Attestation[]): string | null {
	const attested = new Set(result.rules.filter(rule => rule.basis === 'attested').map(rule => rule.id));
	return attestations.findLast(attestation => attested.has(attestation.rule))?.by ?? null;
}
