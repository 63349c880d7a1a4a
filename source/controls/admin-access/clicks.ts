import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const onUsers = {
	path: ['Settings', 'Org', 'Users & Teams', 'Users'],
	label: null,
	values: [],
	url: deepLinks.organizationTeams,
	role: 'Organization Owner',
	plan: null,
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Organization Settings → Users & Teams'],
} as const satisfies Partial<Click>;

const inventory: ClickGroup = {
	title: 'Know and reduce the admins',
	appliesWhen: null,
	clicks: [
		{
			...onUsers,
			id: '2.3.C1',
			action:
				'Check the organization name first: the link opens whichever organization this browser used last. It comes from an older page of the documentation; if it fails, take the menu path. Open the tab Users and list Owners and Admins.',
			label: 'Users',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen: 'You have every Owner and Admin by name.',
		},
		{
			...onUsers,
			id: '2.3.C2',
			proofs: ['another-owner', 'roles-listed'],
			action:
				'Write down for each: owner, reason, date and reviewer. Without a reason: click the name, then the pencil, choose Member and press Save.',
			label: 'Save',
			values: [{label: 'Organization Role', template: 'Member'}],
			sideEffect: 'The person also loses the Owner or Admin role implied in every project.',
			undo: 'An Owner sets the old role again.',
			seenWhen: 'Everybody left has a reason; the audit log has user.role_changed.',
			lockOut: true,
		},
		{
			...onUsers,
			id: '2.3.C3',
			proofs: ['another-owner', 'roles-listed'],
			action:
				'Keep 2–3 Owners. Never 1: if that person is gone, only Mixpanel support can help. Never demote yourself before the others are settled.',
			label: 'Organization Role',
			sideEffect: 'A former Owner can no longer make Owners, delete projects or change billing.',
			undo: 'Another Owner sets the role again. With no Owner left: contact Mixpanel support.',
			seenWhen: 'The list shows 2 or 3 Owners, and each of them can log in.',
			lockOut: true,
		},
		{
			...onUsers,
			id: '2.3.C4',
			path: ['Settings', 'Project', 'Project Users', 'Current Users'],
			url: deepLinks.project,
			role: 'Project Owner or Admin',
			action:
				'Repeat for every project. Check the project name, then set the filter All Roles to Owner, then to Admin. Note who holds them.',
			label: 'All Roles',
			seenWhen: 'You have the Owners and Admins of every project by name.',
			alsoCalled: ['Project Settings → Project Users'],
		},
		{
			...onUsers,
			id: '2.3.C5',
			path: ['Settings', 'Org', 'Service Accounts'],
			url: deepLinks.organizationServiceAccounts,
			role: 'Organization Owner or Admin',
			action:
				'Check the organization name, then look for service accounts with role Owner or Admin. Look at Settings → Project → Service Accounts as well. None should have it unless the API needs it. Control 3.1 shows how to replace one.',
			seenWhen: 'No account has Owner or Admin, or each such one has a written reason.',
			alsoCalled: ['Organization Settings → Service Accounts'],
		},
	],
};

const protection: ClickGroup = {
	title: 'Protect and watch those who stay',
	appliesWhen: null,
	clicks: [
		{
			...onUsers,
			id: '2.3.C6',
			path: ['Settings', 'Profile', 'Your Profile'],
			url: deepLinks.profileDataPrivacy,
			role: 'Each Owner and Admin',
			action:
				'Register a passkey under Passkeys and save the recovery codes: they are shown once. Keep a unique password in a vault. Use SSO for daily work. The link opens Data & Privacy: choose Your Profile there.',
			label: 'Register passkey',
			sideEffect: 'Setting a password for the first time ends magic links for that account for good.',
			undo: 'How to remove a passkey is not documented; look under Passkeys in Your Profile.',
			seenWhen: 'The passkey is listed, and Login with passkey works.',
			alsoCalled: ['Personal Settings → Your Profile'],
		},
		{
			...onUsers,
			id: '2.3.C7',
			path: ['Settings', 'Org', 'Audit Log'],
			url: deepLinks.organizationPlan,
			role: 'Organization Owner or Admin',
			action:
				'Every month: check the organization name and open Audit Log; the link opens the plan page, the nearest one with a published link. Filter by these people and look for the events below.',
			label: 'Audit Log',
			values: [
				{label: 'Action', template: 'user.role_changed'},
				{label: 'Action', template: 'session.login_failed'},
				{label: 'Action', template: 'organization_setting.updated'},
				{label: 'Action', template: 'organization_access_security.twofactor_disabled'},
				{label: 'Action', template: 'service_account.created'},
				{label: 'Action', template: 'project.transferred'},
			],
			seenWhen: 'Every event you found has an explanation, and the date of the look is written down.',
			alsoCalled: ['Audit Logs', 'Organization Activity'],
		},
	],
};

export const clickGroups: readonly ClickGroup[] = [inventory, protection];
