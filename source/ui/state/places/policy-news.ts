import {overrideWords, policyOverrides} from '../../../assessment/policy-overrides.ts';
import {count, list} from '../../../controls/rule-kinds/count.ts';
import {defaultPolicy, type PolicyOverride, type PolicyRecord} from '../../../types/policy.ts';
import type {AppState, Open} from '../app-state.ts';

/** What the verdicts are judged by, in a few words; null where the defaults hold. */
export function policyWords({
	policy,
	policyRecord,
}: Pick<AppState, 'policy' | 'policyRecord'>): string | null {
	return policyRecord === null
		? null
		: `Judged by a policy: ${list(policyOverrides(policy).map(shortWords))}`;
}

/** That the verdicts before this visit were judged by something else, and by what; null where they were not. */
export function policyChange(
	{policyRecord}: Pick<AppState, 'policyRecord'>,
	{found}: Pick<Open, 'found'>,
): string | null {
	const last = found.assessments.at(-1);
	const before = last?.policy ?? null;
	if (last === undefined || before?.sha256 === policyRecord?.sha256) {
		return null;
	}

	const was = before === null ? 'by the defaults' : `by ${recordWords(before)}`;
	return policyRecord === null
		? `The last assessment was judged ${was}. Now the defaults hold; --policy FILE at the start goes on by it.`
		: `The policy is not the one of the last assessment, which was judged ${was}: verdicts may differ for that alone.`;
}

/** Lists are counted here; the rules they bear on tell them item by item. */
function shortWords(override: PolicyOverride): string {
	switch (override.key) {
		case 'piiPatterns': {
			return count(override.value.length, 'pattern of personal data', 'patterns of personal data');
		}

		case 'exemptions': {
			return count(override.value.length, 'exemption');
		}

		case 'claimedDomains': {
			return count(override.value.length, 'claimed domain');
		}

		default: {
			return overrideWords(override);
		}
	}
}

function recordWords({sha256, overrides}: PolicyRecord): string {
	return overrides === null
		? `a policy with the SHA-256 ${sha256.slice(0, 12)}…`
		: `a policy, ${list(policyOverrides({...defaultPolicy, ...overrides}).map(shortWords))}`;
}
