import type {Lesson} from '../lesson.ts';

export const lesson: Lesson = {
	time: {text: '10 min', note: 'and 5 for each project', source: 'estimate'},
	description:
		'Let nobody in by themselves, and let a named person decide each request. Mixpanel has no single workflow for it: three mechanisms together serve the aim.',
	threat:
		'Outsiders or former staff join by themselves, and access is given out of habit without anybody having decided.',
	applicability:
		'Which mechanism applies depends on SSO and plan. Without SSO, on Enterprise: Organization Discoverability. With SSO, on Growth or above: IDP Managed Access. Project requests, invitations and all-user grants concern everybody.',
	lockOutWarnings: [
		'IDP Managed Access sends everybody on the claimed domain to your IdP. Whoever the IdP refuses cannot get in.',
		'Removing an all-users grant cuts off everybody who had access only through it. List them first (2.2).',
	],
	sideEffects: [
		'Admin Approval shows sign-ups on the listed domains that your organization exists.',
		'IDP Managed Access catches everybody on the domain, and adds those who pass to the organization.',
		'A cancelled invitation no longer works; the person needs a new one.',
	],
	undo: [
		'Discoverability: choose another level.',
		'IDP Managed Access: turn it off. People it added stay until you remove them.',
		'An approved request: remove the person from the project.',
	],
	verify: [
		'With SSO IDP Managed Access is purple; without it Discoverability shows Admin Approval or Invite-Only.',
		'Access Requests is empty in every project.',
		'Sign up with a spare address on your domain: you see a request or nothing, never instant entry.',
		'The audit log shows invitation.sent, invitation.accepted, organization.user_added and project.user_added as you expect.',
	],
	auditEvents: ['invitation.sent', 'invitation.accepted', 'organization.user_added', 'project.user_added'],
	apiNote:
		"Discoverability, IDP Managed Access and project requests have no known API. One settings object for access requests is known only from Mixpanel's Terraform provider, without field names: its raw values are shown and never written. No audit event says that a request was approved or denied.",
};
