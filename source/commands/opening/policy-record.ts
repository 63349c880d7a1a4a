import {policyOverrides} from '../../assessment/policy-overrides.ts';
import {policySha256} from '../../report/policy/policy-digest.ts';
import {defaultPolicy, type Policy, type PolicyRecord} from '../../types/policy.ts';

/** Longest policy that is written beside an assessment, in characters of JSON: each assessment carries it. */
const longestRecord = 20_000;

/** What the journal keeps of a policy; null for one that sets nothing. */
export function policyRecord(policy: Policy): PolicyRecord | null {
	const entries = policyOverrides(policy).map(({key, value}) => [key, value] as const);
	if (entries.length === 0) {
		return null;
	}

	const overrides: Partial<Policy> = Object.fromEntries(entries);
	return {
		sha256: policySha256(policy),
		overrides: JSON.stringify(overrides).length > longestRecord ? null : overrides,
	};
}

/**
The policy that was recorded, the defaults for null. Null when it was too large to keep, or is not what its hash says: of
another version of this program, which knows other keys or defaults.
*/
export function recordedPolicy(record: PolicyRecord | null): Policy | null {
	if (record === null) {
		return defaultPolicy;
	}

	const policy = record.overrides === null ? null : {...defaultPolicy, ...record.overrides};
	return policy !== null && policySha256(policy) === record.sha256 ? policy : null;
}
