import {escapeUnseen} from '../../terminal/escape-unseen.ts';
import {defaultPolicy, type PiiPattern, type Policy} from '../../types/policy.ts';
import {policyKeys} from '../../types/policy-keys.ts';

const meanings: {readonly [Key in keyof Policy]-?: string} = {
	maxPrivileged: 'Owners and Admins an organization may have; the larger of this and the share counts',
	maxPrivilegedShare: 'The same as a share of all users, from 0 to 1',
	minOwners: 'Owners at least',
	maxOwners: 'Owners at most',
	unusedDays: 'Days after which a service account that is not used counts as unused',
	unusedGraceDays: 'Days that a new service account has before its first use',
	rotationDays: 'Days after which the secret of a service account is old',
	maxExpiryDays: 'Days ahead that a service account may expire at most',
	maxProjectsPerServiceAccount: 'Projects that one service account may be in',
	certificateDays: 'Days for which the SAML certificate has to last, more than this',
	auditExportDays: 'Days that the newest event of an exported audit log may be old',
	waiverMaxDays: 'Days that a waiver or an exemption may last, 365 at most',
	piiPatterns: 'Regular expressions for names of personal data, beside the vocabulary that is built in',
	exemptions: 'Resources that a rule lets pass: rule, resource, reason, owner, expires',
	claimedDomains: 'Domains the organization has claimed, beside those of the session',
};

/** The whole policy as YAML or JSON that `--policy` takes, each key with what it says, or as plain JSON. Ends with a line end. */
export function renderPolicy(policy: Policy, format: 'yaml' | 'json'): string {
	if (format === 'json') {
		const whole = Object.fromEntries(policyKeys.map(key => [key, written(policy, key)]));
		return escapeUnseen(`${JSON.stringify(whole, undefined, 2)}\n`);
	}

	const lines = policyKeys.flatMap(key => {
		const value = written(policy, key);
		if (typeof value === 'number') {
			const standard = defaultPolicy[key];
			const changed = value === standard ? '' : ` (default ${String(standard)})`;
			return [`# ${meanings[key]}${changed}`, `${key}: ${value}`];
		}

		return [
			`# ${meanings[key]}`,
			...(value.length === 0
				? [`${key}: []`]
				: [`${key}:`, ...value.map(item => `  - ${JSON.stringify(item)}`)]),
		];
	});
	return escapeUnseen(`${lines.join('\n')}\n`);
}

function written(policy: Policy, key: keyof Policy): number | readonly unknown[] {
	switch (key) {
		case 'piiPatterns': {
			return (policy.piiPatterns ?? []).map(writtenPattern);
		}

		case 'exemptions': {
			return (policy.exemptions ?? []).map(({rule, resource, reason, owner, expires, by}) => ({
				rule,
				resource: {type: resource.type, id: resource.id},
				reason,
				owner,
				expires,
				by,
			}));
		}

		case 'claimedDomains': {
			return policy.claimedDomains ?? [];
		}

		default: {
			return policy[key];
		}
	}
}

function writtenPattern({pattern, kind}: PiiPattern): unknown {
	return kind === null ? pattern : {pattern, kind};
}
