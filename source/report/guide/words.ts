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

export const kinds: Record<Correction['kind'], string> = {
	wrong: 'is wrong',
	renamed: 'has another name today',
	vague: 'is vague',
	missing: 'leaves something out',
};
