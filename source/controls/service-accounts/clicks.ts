import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const base = {
	path: ['Settings', 'Org', 'Service Accounts'],
	label: null,
	values: [],
	url: deepLinks.organizationServiceAccounts,
	role: 'Organization Owner or Admin',
	plan: null,
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Organization Settings → Service Accounts'],
} as const satisfies Partial<Click>;

const onProject = {
	...base,
	path: ['Settings', 'Project', 'Service Accounts'],
	url: deepLinks.projectServiceAccounts,
	role: 'Project Owner or Admin',
	alsoCalled: ['Project Settings → Service Accounts'],
} as const satisfies Partial<Click>;

const review: ClickGroup = {
	title: 'Review what exists',
	appliesWhen: null,
	clicks: [
		{
			...base,
			id: '3.1.C1',
			action:
				'Open the page and check the organization name first: the link opens whichever organization the browser used last. For each account note purpose, system, owner, role, projects, created, last used and expiry.',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen: 'Every row of the page has a line in your register.',
		},
		{
			...onProject,
			id: '3.1.C2',
			wait: {for: 'complaints', what: 'whoever still uses the account to speak up', days: 7},
			action:
				'Remove accounts that nobody knows or that were not used for 90 days, one project at a time. Check the project name first; wait some days for complaints before the next step.',
			label: 'Delete',
			sideEffect: 'The system behind the account loses that project at once.',
			undo: 'Add the account to the project again with the role it had.',
			seenWhen: 'The account is gone from this project and still on the organization page.',
			alsoCalled: [...onProject.alsoCalled, 'Remove (the exact label on this page is not proved)'],
		},
		{
			...base,
			id: '3.1.C3',
			action: 'When nothing broke, delete the account on the organization page.',
			label: 'Delete',
			sideEffect: 'All its access in all projects ends at once, and its secret is dead for good.',
			undo: 'None: create a new account and give its system the new secret.',
			seenWhen: 'The row is gone; the audit log has service_account.deleted.',
		},
	],
};

const replace: ClickGroup = {
	title: 'Create or rotate',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '3.1.C4',
			action:
				'Check the project name, then add an account for one system in this one project. On the organization page you would choose organization role and projects as well; accounts made here become organization Members.',
			label: 'Add Service Account',
			values: [
				{label: 'Name', template: '<system>-<yyyymm>'},
				{label: 'Project Role', template: 'Consumer or Analyst (Enterprise: a custom role)'},
				{label: 'Expires', template: '90 Days'},
			],
			undo: 'Delete the new account.',
			seenWhen: 'After Add, a box shows Username and Secret.',
		},
		{
			...onProject,
			id: '3.1.C5',
			action: 'Copy Username and Secret straight into your vault, then close the box with Done.',
			label: 'Done',
			sideEffect: 'The secret is shown this once only.',
			undo: 'If it was not saved, delete the account and create another.',
			seenWhen: 'The vault holds both; GET /api/app/me with the pair answers 200.',
		},
		{
			...base,
			id: '3.1.C6',
			wait: {for: 'the new account', what: 'a last use of it, and none of the old one', days: 3},
			action:
				'To rotate: deploy the new pair, wait until the new account shows a last use and the old one stops moving, then delete the old one. Keep one account per system and project.',
			label: 'Delete',
			sideEffect: 'Whatever still uses the old secret stops working.',
			undo: 'None for the old account: deploy the new pair where it was missed.',
			seenWhen: 'The new row was used today, the old row is gone, and the old pair answers 401.',
		},
	],
};

const oldKeys: ClickGroup = {
	title: 'Old keys and inherited access',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '3.1.C7',
			path: ['Settings', 'Profile', 'Projects', 'Your Projects'],
			url: null,
			action:
				'Move every system that still uses a project API Secret to a service account, before 2027-03-03. If a secret was exposed, press Reset beside that project in this list. Do not press Reset Project in the project settings: that one deactivates the project with all its data.',
			label: 'Reset',
			role: 'Project Owner',
			sideEffect: 'A reset cuts off everything that uses the old API Secret.',
			undo: 'None: the old secret cannot be restored.',
			seenWhen:
				'No system is left that sends the API Secret. An exposed project token is a case for Mixpanel support.',
			alsoCalled: [
				'Personal Settings → Projects',
				'Project Secret',
				'Access Keys (Settings → Project → Overview) shows the key',
			],
		},
		{
			...onProject,
			id: '3.1.C8',
			path: ['Settings', 'Project', 'Project Users'],
			url: deepLinks.project,
			action:
				'Look for the banner that shares the project with "All Users": it covers service accounts too (control 2.2). Then look which accounts may see classified data (control 3.2).',
			seenWhen: 'There is no such banner, and every account with classified access is one you meant.',
			alsoCalled: ['Project Settings → Project Users'],
		},
	],
};

/** Exact steps (guide-facts 3.1). */
export const clickGroups: readonly ClickGroup[] = [review, replace, oldKeys];
