import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const onOrganization = {
	path: ['Settings', 'Org', 'Users & Teams', 'Organization Discoverability'],
	label: null,
	values: [],
	url: deepLinks.organizationDiscoverability,
	role: 'Organization Owner or Billing Admin',
	plan: 'enterprise',
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Organization Settings → Users & Teams'],
} as const satisfies Partial<Click>;

const onSso = {
	...onOrganization,
	path: ['Settings', 'Org', 'Access Security', '2FA & SSO'],
	url: deepLinks.organizationPlan,
	role: 'Organization Owner or Admin',
	plan: 'growth',
	alsoCalled: ['Organization Settings → Access Security'],
} as const satisfies Partial<Click>;

const onProject = {
	...onOrganization,
	path: ['Settings', 'Project', 'Project Users', 'Access Requests'],
	url: deepLinks.project,
	role: 'Project Owner or Admin',
	plan: null,
	alsoCalled: ['Project Settings → Project Users'],
} as const satisfies Partial<Click>;

const discoverability: ClickGroup = {
	title: 'A. New sign-ups on your e-mail domain',
	appliesWhen: 'SSO is off and the plan is Enterprise',
	clicks: [
		{
			...onOrganization,
			id: '1.3.C1',
			action:
				'Check the organization name first: the link opens whichever organization this browser used last. It comes from an older page of the documentation; if it fails, take the menu path.',
			label: 'Organization Discoverability',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen: 'The right organization name, and the three levels of discoverability.',
		},
		{
			...onOrganization,
			id: '1.3.C2',
			action:
				'Choose Invite-Only, the strictest: the organization cannot be found. Or choose Admin Approval: people from listed domains may ask to join, and admins get an e-mail. Never choose Open Organization. Public mail domains cannot be listed.',
			label: 'Invite-Only',
			values: [{label: 'Domain (Admin Approval only)', template: '{domain}'}],
			sideEffect: 'Admin Approval shows sign-ups from those domains that your organization exists.',
			undo: 'Choose another level.',
			seenWhen:
				'Invite-Only or Admin Approval is selected. Older texts call Invite-Only the default; that is not proved.',
			alsoCalled: [...onOrganization.alsoCalled, 'Invite Only', 'Admin Approval'],
		},
	],
};

const managedAccess: ClickGroup = {
	title: 'B. The identity provider decides',
	appliesWhen: 'SSO is on',
	clicks: [
		{
			...onSso,
			id: '1.3.C3',
			proofs: ['login-tested', 'break-glass'],
			action:
				'Check the organization name. Turn IDP Managed Access on, at the bottom of the tab. Whoever signs up on your domain, or asks for a project, goes through the IdP first.',
			label: 'IDP Managed Access',
			values: [{label: 'Organization', template: '{organizationName}'}],
			sideEffect:
				'Everybody on the claimed domain is sent to the IdP, member or not. Those who pass join by themselves.',
			undo: 'Turn the switch off. People who joined stay until you remove them.',
			seenWhen: 'The switch is purple.',
			lockOut: true,
		},
		{
			...onSso,
			id: '1.3.C4',
			path: [],
			url: null,
			role: 'IdP administrator',
			plan: null,
			action:
				'Approve by assigning the Mixpanel app in the IdP: one ticket for each assignment, with a named person who decides.',
			seenWhen: 'Somebody without the assignment is refused by the IdP.',
			alsoCalled: [],
		},
	],
};

const requests: ClickGroup = {
	title: 'C. Requests for a project',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '1.3.C5',
			action:
				'Repeat for every project. Check organization and project name first: the link opens whichever project this browser used last. Open Project Users → Access Requests and decide what waits. Give Consumer first.',
			label: 'Access Requests',
			values: [{label: 'Organization', template: '{organizationName}'}],
			sideEffect: 'Whoever is approved sees the data of that project.',
			undo: 'Remove the person under Current Users: tick, then Delete.',
			seenWhen: 'The tab is empty. It is known from a screenshot; its buttons are not documented.',
		},
		{
			...onProject,
			id: '1.3.C6',
			path: [],
			url: null,
			action:
				'Write down who approves for each project: the named project Owners and Admins. Mixpanel has no setting for it.',
			role: 'Whoever answers for the project',
			seenWhen: 'Each project has at least one named approver in your notes.',
			alsoCalled: [],
		},
	],
};

const invitations: ClickGroup = {
	title: 'D. Old invitations',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '1.3.C7',
			path: ['Settings', 'Project', 'Project Users', 'Invited Users'],
			action:
				'Repeat for every project. Check the project name, then cancel invitations nobody waits for. The label of the button is not documented.',
			sideEffect: 'The invited person can no longer join with that invitation.',
			undo: 'Invite the person again.',
			seenWhen: 'Only invitations you expect are left.',
		},
		{
			...onOrganization,
			id: '1.3.C8',
			path: ['Settings', 'Org', 'Users & Teams', 'Invited Users'],
			url: deepLinks.organizationTeams,
			role: 'Organization Owner or Admin',
			plan: null,
			action:
				'Check the organization name, open Invited Users and cancel invitations nobody waits for. The label of the button is not documented. The link comes from an older page of the documentation.',
			sideEffect: 'The invited person can no longer join with that invitation.',
			undo: 'Invite the person again.',
			seenWhen: 'Only invitations you expect are left.',
		},
	],
};

const silentAccess: ClickGroup = {
	title: 'E. Access nobody asked for',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '1.3.C9',
			proofs: ['access-listed'],
			path: ['Settings', 'Project', 'Project Users', 'Current Users'],
			action:
				'Check the project name. Remove the grant All Users in the Organization as control 2.2 shows (2.2.C2). While it stands, joining the organization already means access.',
			sideEffect: 'People who had access only through that grant lose it at once. List them first.',
			undo: 'Invite Users → All Users in the Organization → role → Invite.',
			seenWhen: 'The grey banner about all users is gone.',
			lockOut: true,
		},
	],
};

export const clickGroups: readonly ClickGroup[] = [
	discoverability,
	managedAccess,
	requests,
	invitations,
	silentAccess,
];
