const settings = ['organization_setting.updated'];
const roles = ['user.role_changed'];
const grants = ['project.user_added', 'project.team_added', 'project.default_access_granted'];
const secondFactors = ['user.twofactor_disabled', 'organization_access_security.twofactor_disabled'];

/**
The audit events that touch what a person says of a rule (guide-facts, "Verify" of each control): one of them after the
person looked asks again. No event tells of SSO, domains or SCIM by name, so for those any changed setting counts.
*/
const events: ReadonlyMap<string, readonly string[]> = new Map([
	['sso-enabled', settings],
	['sso-required', settings],
	['idp-managed-access', settings],
	['break-glass-owners', [...roles, 'organization.user_removed', 'user.twofactor_disabled']],
	['organization-two-factor', ['organization_access_security.twofactor_disabled']],
	['members-enrolled', [...secondFactors, 'organization.user_added']],
	['phishing-resistant-admins', [...roles, ...secondFactors]],
	['self-join-closed', settings],
	['access-requests-decided', ['organization.user_added']],
	['stale-invitations', ['invitation.sent']],
	['teams-have-projects', ['team.created', 'project.team_removed']],
	['all-users-grant-removed', ['project.default_access_granted']],
	['project-roles-minimal', [...roles, ...grants, 'custom_role.created', 'custom_role.updated']],
	['environments-separated', ['project.transferred']],
	['sensitive-projects-restricted', [...grants, 'project.transferred']],
	['project-membership-audited', grants],
	['public-boards-disabled', ['board.public_access_updated']],
	['admins-documented', roles],
	['admins-strong-authentication', [...roles, ...secondFactors]],
	[
		'admin-activity-monitored',
		[
			'organization_access_security.twofactor_disabled',
			'organization_setting.updated',
			'project.transferred',
			'service_account.created',
		],
	],
	['service-account-register', ['service_account.created']],
	['privileged-service-accounts', ['service_account.created', 'service_account.role_changed']],
]);

/** The events that put a person's word on this rule in doubt; none for a rule that no event touches. */
export function doubtingEvents(rule: string): readonly string[] {
	return events.get(rule) ?? [];
}

/** The events that put any word in doubt. */
export const doubtingNames: ReadonlySet<string> = new Set([...events.values()].flat());

/** The rules that events put in doubt. */
export const doubtedRules: readonly string[] = [...events.keys()];
