import type {Policy} from './policy.ts';

/** The keys of a policy, in the order in which they are printed (contract §3). */
export const policyKeys = [
	'maxPrivileged',
	'maxPrivilegedShare',
	'minOwners',
	'maxOwners',
	'unusedDays',
	'unusedGraceDays',
	'rotationDays',
	'maxExpiryDays',
	'maxProjectsPerServiceAccount',
	'certificateDays',
	'auditExportDays',
	'waiverMaxDays',
	'piiPatterns',
	'exemptions',
	'claimedDomains',
] as const satisfies readonly (keyof Policy)[];
