import type {Control, Correction, Mapping, Proof} from '../../types/control.ts';

/** What the short codes of the data mean to a reader. */

export const levelNames: Record<Control['level'], string> = {
	L1: 'L1 (Baseline)',
	L2: 'L2 (Hardened)',
};

export const frameworkNames: Record<Mapping['framework'], string> = {
	cis: 'CIS',
	nist80053: 'NIST',
	soc2: 'SOC 2',
};

export const planNames = {growth: 'Growth or above', enterprise: 'Enterprise'} as const;

export const proofs: Record<Proof, string> = {
	documented: 'in public documentation',
	screenshot: 'read off a screenshot in the documentation',
	provider: "known from Mixpanel's own Terraform provider",
	removed: 'was in the documentation, since removed',
	inferred: 'our inference, confirm it live',
	contradictory: 'the documentation contradicts itself or is silent',
};

const kinds: Record<Exclude<Correction['kind'], 'missing'>, string> = {
	wrong: 'is wrong',
	renamed: 'has another name today',
	vague: 'is vague',
};

/** What a correction is about, as its title: `1.1.P1 is vague`, `missing in control 1.1`. */
export function correctionTitle({kind}: Pick<Correction, 'kind'>, place: string): string {
	return kind === 'missing' ? `missing in ${place}` : `${place} ${kinds[kind]}`;
}
