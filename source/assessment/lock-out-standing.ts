import {lockOutProofs} from '../controls/lock-out-proofs.ts';
import type {Assessment, Attestation} from '../types/assessment.ts';
import type {Click, LockOutProofId} from '../types/control.ts';
import type {Assurance} from '../types/decision.ts';
import type {Facts} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';

/** Days for which an assurance is taken: what was made sure of weeks ago is to be looked at again. */
export const assuranceDays = 7;

/** Read from Mixpanel, found in a log, said of its rule, assured by typing the organization's name, or open. */
export type Standing =
	| {readonly kind: 'read' | 'found'; readonly words: string}
	/** `on` is an ISO date. */
	| {readonly kind: 'said' | 'assured'; readonly by: SafeText; readonly on: string}
	| {readonly kind: 'open'};

export type ProofStanding = {
	readonly id: LockOutProofId;
	readonly statement: string;
	readonly standing: Standing;
};

export type ProofContext = {
	readonly facts: Facts;
	readonly assessment: Pick<Assessment, 'controls'>;
	readonly attestations: readonly Attestation[];
	readonly assurances: readonly Assurance[];
	readonly now: Date;
};

/** The proofs before a click, each as it stands; none for a click that locks nobody out. */
export function standingOf(
	{proofs = []}: Pick<Click, 'proofs'>,
	context: ProofContext,
): readonly ProofStanding[] {
	return proofs.map(id => {
		const {statement, rule} = lockOutProofs[id];
		const standing = ofFacts(id, context.facts) ?? ofRule(rule, context) ?? ofAssurance(id, context);
		return {id, statement, standing: standing ?? {kind: 'open'}};
	});
}

function ofFacts(id: LockOutProofId, {users}: Facts): Standing | null {
	if (users?.outcome !== 'ok') {
		return null;
	}

	const all = users.value.users;
	const owners = all.filter(({role, invited}) => role === 'owner' && invited !== true).length;
	switch (id) {
		case 'another-owner': {
			return owners > 1 ? {kind: 'read', words: `${owners} Owners`} : null;
		}

		case 'roles-listed': {
			return {kind: 'read', words: `${all.length} people with their roles`};
		}

		default: {
			return null;
		}
	}
}

function ofRule(rule: string | null, {assessment, attestations}: ProofContext): Standing | null {
	const result = assessment.controls.flatMap(({rules}) => rules).find(({id}) => id === rule);
	if (result?.status !== 'pass') {
		return null;
	}

	if (result.basis !== 'attested') {
		const isLogged = result.evidence.some(({source, outcome}) => source === 'log' && outcome === 'ok');
		return {kind: isLogged ? 'found' : 'read', words: result.actual};
	}

	const word = attestations.findLast(attestation => attestation.rule === rule);
	return word === undefined ? null : {kind: 'said', by: word.by, on: word.observedOn};
}

function ofAssurance(id: LockOutProofId, {assurances, now}: ProofContext): Standing | null {
	const given = assurances.find(({proof}) => proof === id);
	return given === undefined || now.getTime() - Date.parse(given.at) > assuranceDays * 86_400_000
		? null
		: {kind: 'assured', by: given.by, on: given.at.slice(0, 10)};
}
