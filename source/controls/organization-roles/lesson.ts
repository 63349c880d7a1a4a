import type {Lesson} from '../lesson.ts';

export const lesson: Lesson = {
	time: {text: '30–60 min', note: null, source: 'estimate'},
	description:
		'Give everybody the lowest organization role, and let teams carry the access to projects. Then a change of job is a change of team.',
	threat:
		'A phished Member shows an attacker one project. A phished Admin invites the attacker, makes service accounts and weakens SSO.',
	applicability:
		'Needs Growth or Enterprise. On Free there are two roles, Owner and Billing Admin: least privilege cannot be reached there.',
	lockOutWarnings: [
		'Deleting a person from the organization removes them from all projects and teams and cannot be undone.',
		'Demoting an Owner or Admin takes away the role they had in every project.',
		'Keep at least two Owners. If all Owners have left, only Mixpanel support can help.',
		'JumpCloud with SCIM: Mixpanel warns that users may be deleted for good without warning.',
	],
	sideEffects: [
		'Roles add up: a lower organization role does not lower what a team or a single grant gives.',
		'Deleting a team takes away only what came through it.',
		'Boards and reports of a removed person stay.',
		'Mixpanel sends about 10 invitation mails per hour and mail domain.',
	],
	undo: [
		'A changed role: set the old one again. Only an Owner can make an Owner.',
		'A deleted person: cannot be undone, invite again and give every role and team anew.',
		'A deleted team: make it again with its people and projects.',
	],
	verify: [
		'Everybody but a named few is Member.',
		'Each team lists its projects with a role.',
		'The date of the last review is known, and the next one is in the calendar.',
		'The audit log shows user.role_changed and the team events for what you did.',
	],
	auditEvents: [
		'user.role_changed',
		'organization.user_added',
		'organization.user_removed',
		'team.created',
		'team.updated',
		'team.user_added',
		'team.user_removed',
	],
	apiNote:
		"Users, roles and teams are read through endpoints known only from Mixpanel's Terraform provider, which describes no fields. You confirm once that they were understood. Nothing is written: the provider takes a project role away through an endpoint named delete-users, which may remove people from the organization. Which projects a team has is yours to attest.",
};
