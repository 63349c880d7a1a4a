import type {Rule} from '../../types/rule.ts';
import {eventCounts} from '../activity-logs/log-words.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {ownerCount} from './owner-count.ts';
import {privilegedServiceAccounts} from './privileged-service-accounts.ts';

/** What to look for in what Owners and Admins did (guide-facts 2.3). */
const watched = [
	'user.role_changed',
	'service_account.created',
	'organization_setting.updated',
	'organization_access_security.twofactor_disabled',
	'project.transferred',
	'session.login_failed',
];

/** The rules of control 2.3 (contract §3). */
export const rules: readonly Rule[] = [
	ownerCount,
	privilegedServiceAccounts,
	personRule({
		id: 'admins-documented',
		title: 'Each Owner and Admin has a written reason and a reviewer',
		required: true,
		validDays: 90,
		question: 'Is it written down for every Owner and Admin why they are one, and who reviews that?',
		worthWriting: 'where that is written, and who reviews it',
		look: 'Go through the Owners and Admins under Settings → Org → Users & Teams → Users, beside your own notes.',
		clicks: ['2.3.C1', '2.3.C2', '2.3.C4'],
		register: {rows: 'admins', fields: ['Reason', 'Reviewer'], alike: ['Reviewer']},
		doubtedBy: 'admin',
	}),
	personRule({
		id: 'admins-strong-authentication',
		title: 'Owners and Admins log in with strong authentication',
		expected:
			'a passkey or the MFA of the identity provider, and a vaulted password, for every Owner and Admin',
		required: true,
		validDays: 90,
		question:
			"Does every Owner and Admin have a passkey or the identity provider's MFA, and a unique password in a vault?",
		worthWriting: 'each Owner and Admin with what they log in with',
		look: 'Ask each Owner and Admin: Require Single Sign-On does not cover them, and their passkeys are under Profile → Your Profile.',
		clicks: ['2.3.C6'],
		doubtedBy: 'admin',
	}),
	personRule({
		id: 'admin-activity-monitored',
		title: 'What Owners and Admins did was looked at this month',
		required: true,
		validDays: 30,
		question: 'Did somebody look through the Audit Log for what Owners and Admins did in the last 30 days?',
		worthWriting: 'who looked, at which days, and what stood out',
		look: 'Look at Settings → Org → Audit Log, filtered to your Owners and Admins.',
		inLog: log => eventCounts(log, watched),
		clicks: ['2.3.C7'],
	}),
];
