import {defaultPolicy, type Policy, type PolicyOverride} from '../types/policy.ts';
import {policyOverrides} from './policy-overrides.ts';

type RuleKey = Exclude<keyof Policy, 'exemptions' | 'waiverMaxDays'>;

/** The rules that each key of a policy bears on (contract §3). What exempts or limits a waiver bears on any rule. */
export const rulesOfKey: {readonly [Key in RuleKey]-?: readonly string[]} = {
	maxPrivileged: ['least-privilege-roles'],
	maxPrivilegedShare: ['least-privilege-roles'],
	minOwners: ['owner-count'],
	maxOwners: ['owner-count'],
	unusedDays: ['service-account-unused'],
	unusedGraceDays: ['service-account-unused'],
	rotationDays: ['service-account-rotation'],
	maxExpiryDays: ['service-account-expiry', 'wizard-key'],
	maxProjectsPerServiceAccount: ['service-account-project-scope'],
	certificateDays: ['saml-certificate-expiry'],
	auditExportDays: ['audit-log-exported'],
	piiPatterns: ['pii-classified'],
	claimedDomains: ['domain-claim-published'],
};

const known = new WeakMap<Policy, ReadonlyMap<string, readonly PolicyOverride[]>>();

/** What a policy sets otherwise than by default of all that bears on a rule; none for the defaults. */
export function overridesOfRule(policy: Policy, rule: string): readonly PolicyOverride[] {
	if (policy === defaultPolicy) {
		return [];
	}

	const before = known.get(policy);
	const ofRules = before ?? byRule(policy);
	if (before === undefined) {
		known.set(policy, ofRules);
	}

	return ofRules.get(rule) ?? [];
}

function byRule(policy: Policy): ReadonlyMap<string, readonly PolicyOverride[]> {
	const ofRules = new Map<string, PolicyOverride[]>();
	for (const override of policyOverrides(policy)) {
		for (const rule of rulesOf(override)) {
			ofRules.set(rule, [...(ofRules.get(rule) ?? []), override]);
		}
	}

	return ofRules;
}

/** An exemption bears on the rule it names; the longest term on whatever is waived, which no rule can tell. */
function rulesOf(override: PolicyOverride): readonly string[] {
	switch (override.key) {
		case 'exemptions': {
			return [...new Set(override.value.map(({rule}) => rule))];
		}

		case 'waiverMaxDays': {
			return [];
		}

		default: {
			return rulesOfKey[override.key];
		}
	}
}
