/** Thresholds a rule judges against (contract §3, "Policy keys"). Days and counts; shares from 0 to 1. */
export type Policy = {
	readonly maxPrivileged: number;
	readonly maxPrivilegedShare: number;
	readonly minOwners: number;
	readonly maxOwners: number;
	readonly unusedDays: number;
	readonly unusedGraceDays: number;
	readonly rotationDays: number;
	readonly maxExpiryDays: number;
	readonly maxProjectsPerServiceAccount: number;
	readonly certificateDays: number;
	readonly auditExportDays: number;
	readonly waiverMaxDays: number;
	/** Domains the organization has claimed, besides those of the profile. None unless told. */
	readonly claimedDomains?: readonly string[];
};

/** The defaults of contract §3. */
export const defaultPolicy: Policy = {
	maxPrivileged: 5,
	maxPrivilegedShare: 0.1,
	minOwners: 2,
	maxOwners: 3,
	unusedDays: 90,
	unusedGraceDays: 30,
	rotationDays: 180,
	maxExpiryDays: 180,
	maxProjectsPerServiceAccount: 1,
	certificateDays: 60,
	auditExportDays: 30,
	waiverMaxDays: 365,
};
