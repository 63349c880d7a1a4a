import {daysSince, inDays} from '../rule-kinds/days.ts';
import {type FaultKind, serviceAccountRule} from '../rule-kinds/service-account-rule.ts';

const rotate = ['3.1.C4', '3.1.C5', '3.1.C6'];
const remove = ['3.1.C2', '3.1.C3'];

const kinds = {
	endless: {one: 'never expires', many: 'never expire'},
	expired: {one: 'expired', many: 'expired'},
	late: {one: 'expires too late', many: 'expire too late'},
	unused: {one: 'unused', many: 'unused'},
	old: {one: 'not rotated', many: 'not rotated'},
} as const satisfies {readonly [Name in string]: FaultKind};

/** An expiry can only be set when an account is made (guide-facts 3.1), so a fault means a replacement. */
export const serviceAccountExpiry = serviceAccountRule({
	id: 'service-account-expiry',
	title: 'Every account expires, and soon enough',
	required: true,
	validDays: null,
	question:
		'Does every account under Settings → Org → Service Accounts show a date in Expires, at most 180 days away?',
	worthWriting: 'how many accounts, and the latest date in Expires',
	clicks: rotate,
	expects: ({policy}) => `an expiry for every account, at most ${policy.maxExpiryDays} days away`,
	lacking: 'without a near expiry',
	passes: 'A secret that leaks stops working by itself.',
	fails: 'A secret without a near end opens your data for as long as nobody notices.',
	faultOf({expires}, {now, policy}) {
		if (expires === null) {
			return {kind: kinds.endless, message: 'never expires', steps: rotate};
		}

		const overdue = daysSince(expires, now);
		if (overdue === null) {
			return 'undecided';
		}

		if (overdue >= 0) {
			const when = overdue < 1 ? 'less than a day ago' : `${inDays(Math.floor(overdue))} ago`;
			return {kind: kinds.expired, message: `expired ${when}`, steps: ['3.1.C3']};
		}

		return -overdue > policy.maxExpiryDays
			? {kind: kinds.late, message: `expires in ${inDays(-overdue)}`, steps: rotate}
			: null;
	},
});

/** Last use, or for an account that was never used its age. A date that lies ahead is a clock's fault and no disuse. */
export const serviceAccountUnused = serviceAccountRule({
	id: 'service-account-unused',
	title: 'Every account is in use',
	required: true,
	validDays: null,
	question:
		'Was every account under Settings → Org → Service Accounts used in the last 90 days, by its Last Used?',
	worthWriting: 'how many accounts, and the oldest Last Used',
	clicks: remove,
	expects: ({policy}) =>
		`every account used in the last ${policy.unusedDays} days, or new in the last ${policy.unusedGraceDays}`,
	lacking: 'unused',
	passes: 'No forgotten account lies about.',
	fails: 'An account nobody uses is one nobody watches.',
	faultOf({lastUsed, created}, {now, policy}) {
		const age = daysSince(lastUsed ?? created, now);
		if (age === null) {
			return 'undecided';
		}

		if (lastUsed === null) {
			return age < policy.unusedGraceDays
				? null
				: {kind: kinds.unused, message: `never used, ${inDays(Math.floor(age))} old`, steps: remove};
		}

		return age > policy.unusedDays
			? {kind: kinds.unused, message: `last used ${inDays(age)} ago`, steps: remove}
			: null;
	},
});

/** There is no rotating in place: the age of the account is the age of its secret (guide-facts 3.1). */
export const serviceAccountRotation = serviceAccountRule({
	id: 'service-account-rotation',
	title: 'Every secret is young',
	required: true,
	validDays: null,
	question: 'Was every account under Settings → Org → Service Accounts created in the last 180 days?',
	worthWriting: 'how many accounts, and when the oldest was created',
	clicks: rotate,
	expects: ({policy}) => `every account made in the last ${policy.rotationDays} days`,
	lacking: 'with an old secret',
	passes: 'Secrets are replaced in time.',
	fails: 'The older a secret, the more places it has been copied to.',
	faultOf({created}, {now, policy}) {
		const age = daysSince(created, now);
		if (age === null) {
			return 'undecided';
		}

		return age > policy.rotationDays
			? {kind: kinds.old, message: `created ${inDays(age)} ago`, steps: rotate}
			: null;
	},
});
