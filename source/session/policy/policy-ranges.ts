import type {PolicyNumber} from '../../types/policy.ts';

/** What a number of a policy may be, both ends included; whole unless it says otherwise. */
export type PolicyRange = {
	readonly least: number;
	readonly most: number;
	readonly is: 'count' | 'days' | 'share';
};

const days = (least: number, most = 3650): PolicyRange => ({least, most, is: 'days'});
const people = (least: number): PolicyRange => ({least, most: 100_000, is: 'count'});

/** Every organization has an Owner and somebody privileged; a waiver lasts a year at most (contract §2). */
export const policyRanges: {readonly [Key in PolicyNumber]: PolicyRange} = {
	maxPrivileged: people(1),
	maxPrivilegedShare: {least: 0, most: 1, is: 'share'},
	minOwners: people(1),
	maxOwners: people(1),
	unusedDays: days(1),
	unusedGraceDays: days(0),
	rotationDays: days(1),
	maxExpiryDays: days(1),
	maxProjectsPerServiceAccount: people(1),
	certificateDays: days(0),
	auditExportDays: days(1),
	waiverMaxDays: days(1, 365),
};
