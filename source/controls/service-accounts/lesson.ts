import type {Lesson} from '../lesson.ts';

/** What a person learns before acting on control 3.1 (guide-facts 3.1). */
export const lesson: Lesson = {
	time: {
		text: '30 min',
		note: 'and days of overlap for each rotation',
		source: 'estimate',
	},
	description:
		'Service accounts are how programs log in to Mixpanel. Know each one, who answers for it and what it reaches; let its key expire, and remove it when nothing uses it.',
	threat:
		'A secret left in a repository or on a laptop reads raw events for years. It needs no login page and no second factor, and its ordinary use leaves no trace in the audit log.',
	applicability:
		'An organization without service accounts still has the project API Secret to retire, and the key this wizard uses to delete afterwards.',
	lockOutWarnings: [
		'Deleting an account ends every system that uses its secret, in all projects, at once. No person is locked out.',
		'The account this wizard runs on is never offered for deletion, removal or a lower role.',
	],
	sideEffects: [
		'Pipelines, scheduled exports and connectors stop when the account they use is deleted, removed from the project or expired.',
		'A lower role can break calls that need more: creating or deleting service accounts, the Data Pipelines API and editing schemas ask for Owner or Admin.',
		'In projects with classified data, raw export and the schema API need permission for classified data, and query results may come back filtered.',
	],
	undo: [
		'An account removed from a project can be added back with its old role.',
		'A deleted account cannot come back: create a new one and give its system the new secret.',
		'An expiry cannot be changed afterwards, as far as the documents show: create a new account instead.',
	],
	verify: [
		'Each row has an owner and a purpose, an expiry at most 180 days away, a project role of Analyst or below, and a recent last use.',
		'GET https://mixpanel.com/api/app/me answers 200 with the new pair and 401 with the deleted one (eu.mixpanel.com or in.mixpanel.com in those regions).',
		'The organization audit log shows service_account.created and service_account.deleted for the rotation.',
	],
	auditEvents: [
		'service_account.created',
		'service_account.deleted',
		'service_account.added_to_project',
		'service_account.removed_from_project',
		'service_account.role_changed',
		'team.service_account_added',
		'team.service_account_removed',
		'raw_event_export.requested',
	],
	apiNote:
		'Fully documented: listing accounts, their last use, expiry and project roles, creating, deleting, adding to and removing from projects. No call changes or rotates an account. What an account does through the API is not in the audit log, raw exports excepted. The limits: HTTP Basic only, no second factor, no documented IP restriction.',
};
