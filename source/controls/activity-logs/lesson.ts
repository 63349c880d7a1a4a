import type {Lesson} from '../lesson.ts';

/** What a person learns before acting on control 4.1 (guide-facts 4.1). */
export const lesson: Lesson = {
	time: {text: '10 min', note: 'every month', source: 'estimate'},
	description:
		'Mixpanel logs what people do by itself. The work is to export that log before it is forgotten, and to read it for the few events that matter.',
	threat:
		'Nobody notices the export of your data while it happens, and after 90 days on Free and Growth the trace is gone.',
	applicability:
		'On every plan. Enterprise keeps two years; Free and Growth keep 90 days, so there the rhythm of exports decides what you will ever know.',
	lockOutWarnings: [],
	sideEffects: [
		'An export is itself logged.',
		'The exported file holds names and IP addresses of your staff: treat it as personal data and limit who can read it.',
	],
	undo: ['There is nothing to undo. Delete a file that was put in the wrong place.'],
	verify: [
		'A file younger than 30 days lies in the archive.',
		'The log shows audit_log_export.created and audit_log_export.downloaded for it.',
	],
	auditEvents: [
		'session.logged_in',
		'session.logged_out',
		'session.login_failed',
		'user.twofactor_enabled',
		'user.twofactor_disabled',
		'organization_access_security.twofactor_enabled',
		'organization_access_security.twofactor_disabled',
		'user.role_changed',
		'organization.user_added',
		'organization.user_removed',
		'invitation.sent',
		'invitation.accepted',
		'project.user_added',
		'project.user_removed',
		'project.team_added',
		'project.team_removed',
		'project.default_access_granted',
		'project.default_access_revoked',
		'team.*',
		'custom_role.*',
		'service_account.*',
		'workspace.*',
		'project.transferred',
		'organization_setting.updated',
		'organization_spark_setting.updated',
		'data_pipeline.*',
		'warehouse_source.*',
		'warehouse_source_sync.*',
		'cohort_sync.*',
		'board.public_access_updated',
		'event_export.downloaded',
		'profile_export.downloaded',
		'raw_event_export.requested',
		'user_data_export.created',
		'board.exported',
		'bookmark.screenshot_downloaded',
		'audit_log_export.created',
		'audit_log_export.downloaded',
	],
	apiNote:
		'No API for the audit log is documented; a file you exported can be read instead. Never in the log: changes to SSO, domains and SCIM; projects created, deleted or reset; data views created or filtered; API calls by service accounts other than raw exports; profile edits through API or SDK.',
};
