import type {Lesson} from '../lesson.ts';

export const lesson: Lesson = {
	time: {text: '20 min', note: null, source: 'estimate'},
	description:
		'Keep few admins, know why each is one, and protect their logins more than others. Two safe Owners come before every other change.',
	threat:
		'A privileged account adds people, makes keys and switches protections off. It is the shortest way to a full export.',
	applicability: null,
	lockOutWarnings: [
		'Never keep fewer than two Owners. If the only one is gone, Mixpanel support has to help.',
		'Do not demote yourself before the others are settled: you can give roles up to your own only.',
		'You can only remove people below your own role.',
		'Owners need a way in when the IdP is down: a vaulted password or a passkey.',
	],
	sideEffects: [
		'A demoted Owner or Admin loses the role implied in every project.',
		'Setting a password for the first time ends magic links for that account for good.',
		'Systems fail when a service account loses a role they need. See 3.1.',
	],
	undo: [
		'An Owner sets the old role again.',
		'With no Owner left it cannot be undone by you: contact Mixpanel support.',
	],
	verify: [
		'The list shows 2 or 3 Owners.',
		'Every privileged person has a reason not older than 90 days.',
		'Each Owner and Admin has a passkey or the MFA of the IdP, and a vaulted password.',
		'The audit log was looked at within the last month.',
	],
	auditEvents: [
		'user.role_changed',
		'session.login_failed',
		'organization_setting.updated',
		'organization_access_security.twofactor_disabled',
		'service_account.created',
		'project.transferred',
	],
	apiNote:
		"Owners and Admins are read from a list known only from Mixpanel's Terraform provider. Service accounts of the organization come from a documented list, but the organization role in it is inferred: where it is absent, a person looks. Passkeys, passwords and MFA cannot be read.",
};
