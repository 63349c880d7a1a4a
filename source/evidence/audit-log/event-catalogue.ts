import type {AuditGroup} from '../../types/evidence-facts.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The published events of the four groups a review looks at (guide-facts 4.1), and others that are published. */
const groups: {readonly [Name in AuditGroup]: readonly string[]} = {
	authentication: words(`
		session.logged_in session.logged_out session.login_failed
		user.twofactor_enabled user.twofactor_disabled
		organization_access_security.twofactor_enabled organization_access_security.twofactor_disabled
	`),
	permissions: words(`
		user.role_changed organization.user_added organization.user_removed
		invitation.sent invitation.accepted
		project.user_added project.user_removed project.team_added project.team_removed
		project.default_access_granted project.default_access_revoked
		team.created team.deleted team.updated team.user_added team.user_removed
		team.service_account_added team.service_account_removed
		custom_role.created custom_role.updated custom_role.deleted
		service_account.created service_account.deleted service_account.role_changed
		service_account.added_to_project service_account.removed_from_project
		workspace.user_added workspace.user_removed workspace.team_added workspace.team_removed
	`),
	projects: words(`
		project.transferred organization_setting.updated organization_spark_setting.updated
		data_pipeline.created data_pipeline.updated data_pipeline.deleted
		warehouse_source.created warehouse_source.updated warehouse_source.deleted
		cohort_sync.created cohort_sync.updated board.public_access_updated
	`),
	exports: words(`
		event_export.downloaded profile_export.downloaded raw_event_export.requested
		user_data_export.created board.exported bookmark.screenshot_downloaded
		audit_log_export.created audit_log_export.downloaded
	`),
	other: words(`
		board.shared board.created board.updated board.deleted profile.deleted
		event_definition.created event_definition.updated event_definition.deleted
		property_definition.created property_definition.updated property_definition.deleted
		event_deletion.created event_deletion.canceled user_data_deletion.created user_data_deletion.canceled
	`),
};

/** A published event. Its name is this module's own text, and keeps nothing alive of a file it was found in. */
export type PublishedEvent = {readonly name: string; readonly group: AuditGroup};

const byName: ReadonlyMap<string, PublishedEvent> = new Map(
	(['authentication', 'permissions', 'projects', 'exports', 'other'] as const).flatMap(group =>
		groups[group].map(name => [name, {name, group}] as const),
	),
);

/** The published event of a name; null for a text that is none. */
export function publishedEvent(name: string): PublishedEvent | null {
	return byName.get(name) ?? null;
}

/** Whether text has the form of an event's name, published or not: `board.updated`. */
export function looksLikeEvent(text: string): boolean {
	return text.length <= 80 && /^[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*$/.test(text);
}
