import {policyOverrides} from '../../assessment/policy-overrides.ts';
import type {Exemption} from '../../types/decision.ts';
import type {PiiPattern, Policy, PolicyOverride} from '../../types/policy.ts';
import {policySha256} from './policy-digest.ts';

/** What a policy was when something was judged: what it sets otherwise than by default, and the SHA-256 of the whole. */
export type CheckPolicy = {readonly overrides: readonly PolicyOverride[]; readonly sha256: string};

/** What a document says of a policy. */
export function policyOf(policy: Policy): CheckPolicy {
	return {overrides: policyOverrides(policy), sha256: policySha256(policy)};
}

/** A policy for a document, field by field. */
export function documentPolicy({overrides, sha256}: CheckPolicy): CheckPolicy {
	return {overrides: overrides.map(documentOverride), sha256};
}

function documentOverride(override: PolicyOverride): PolicyOverride {
	switch (override.key) {
		case 'piiPatterns': {
			const {key, value} = override;
			return {key, default: override.default.map(pattern), value: value.map(pattern)};
		}

		case 'exemptions': {
			const {key, value} = override;
			return {key, default: override.default.map(exemption), value: value.map(exemption)};
		}

		case 'claimedDomains': {
			const {key, value} = override;
			return {key, default: [...override.default], value: [...value]};
		}

		default: {
			return {key: override.key, default: override.default, value: override.value};
		}
	}
}

function pattern({pattern: form, kind}: PiiPattern): PiiPattern {
	return {pattern: form, kind};
}

function exemption({
	rule,
	resource,
	reason,
	owner,
	expires,
	by,
}: Omit<Exemption, 'at'>): Omit<Exemption, 'at'> {
	return {rule, resource: {type: resource.type, id: resource.id}, reason, owner, expires, by};
}
