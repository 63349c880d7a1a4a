import {makeSafe} from '../../../terminal/make-safe.ts';
import type {SessionEvent} from '../../../types/session.ts';
import type {Visit} from '../past.ts';
import {hardenedDaysAgo} from './spring.ts';

const robin = makeSafe('Robin');
const halfFinishedDaysAgo = 20;

/** What Robin said in spring, and saw. */
const words: readonly (readonly [rule: string, seen: string])[] = [
	['members-enrolled', 'The 2FA tab names nobody without a method'],
	['phishing-resistant-admins', 'Asked all four: passkeys'],
	['break-glass-owners', 'Both Owners logged in with a passkey'],
	['access-requests-decided', 'No request in any of the three projects; Robin decides'],
	['teams-have-projects', 'Product: Shop and App. Support: Shop'],
	['access-review-current', 'Went through all people with the team leads'],
	['all-users-grant-removed', 'No grey banner in any project'],
	['project-roles-minimal', 'Admins are the two analysts'],
	['environments-separated', 'Test builds send to Staging'],
	['sensitive-projects-restricted', 'Shop lists the Product team and Support'],
	['project-membership-audited', 'Removed two people who had left'],
	['admins-documented', 'The list of Owners and Admins is in the handbook'],
	['admins-strong-authentication', 'Passkeys, and passwords in the vault'],
	['admin-activity-monitored', 'Looked through the month'],
	['service-account-register', 'Three accounts, three owners, in the handbook'],
	['deletion-process', 'Support owns the form; token renewed'],
	['audit-log-exported', 'Exported to the archive bucket'],
	['key-events-reviewed', 'Nothing odd in the four groups'],
	['audit-log-retention', 'The export repeats every month'],
];

function said(rule: string, seen: string, observedOn: string): SessionEvent {
	return {
		type: 'rule_attested',
		attestation: {
			rule,
			ruleVersion: 1,
			resource: null,
			status: 'pass',
			by: robin,
			observedOn,
			seen: makeSafe(seen),
		},
	};
}

/** Two visits of Robin's: the hardening, and an afternoon in autumn that was broken off. */
export const visits: readonly Visit[] = [
	{
		daysAgo: hardenedDaysAgo,
		isRead: true,
		events: day => [
			{
				type: 'profile_answered',
				answers: {plan: 'growth', sso: 'disabled', level: 'L2', replay: false, role: 'admin'},
			},
			...(['users', 'teams', 'data_views', 'service_account_roles'] as const).map(
				(reading): SessionEvent => ({
					type: 'reading_confirmed',
					confirmation: {reading, key: null, agrees: true, by: robin},
				}),
			),
			{
				type: 'reading_confirmed',
				confirmation: {reading: 'two_factor', key: makeSafe('enabled'), agrees: true, by: robin},
			},
			...words.map(([rule, seen]) => said(rule, seen, day(hardenedDaysAgo))),
			{
				type: 'waived',
				waiver: {
					scope: {kind: 'control', control: '1.1'},
					waiver: 'accepted_risk',
					reason: makeSafe('No identity provider before next year’s budget'),
					owner: robin,
					expires: day(10),
					by: robin,
				},
			},
		],
	},
	{
		daysAgo: halfFinishedDaysAgo,
		isRead: false,
		events: day => [
			said('access-review-current', 'Went through the people again', day(halfFinishedDaysAgo)),
			{type: 'click_ticked', click: '3.1.C4', done: true},
			{
				type: 'parked',
				parked: {
					control: '3.1',
					click: '3.1.C5',
					waitingFor: makeSafe('Kai, data warehouse'),
					what: makeSafe('put the secret of warehouse-export-2 into the nightly job'),
					until: day(6),
					by: robin,
				},
			},
			{
				type: 'note_written',
				control: '3.1',
				text: makeSafe('warehouse-export expired before anybody replaced it. Finish this first.'),
			},
			{type: 'place_moved', place: {screen: 'control', control: '3.1', stage: 'gap', row: 0}},
		],
	},
];
