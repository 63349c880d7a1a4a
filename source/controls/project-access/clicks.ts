import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const onProject = {
	path: ['Settings', 'Project', 'Project Users', 'Current Users'],
	label: null,
	values: [],
	url: deepLinks.project,
	role: 'Project Owner or Admin',
	plan: null,
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Project Settings → Project Users'],
} as const satisfies Partial<Click>;

const members: ClickGroup = {
	title: 'Who gets in (repeat for every project)',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '2.2.C1',
			action:
				'Check organization and project name first: the link opens whichever project this browser used last. Then choose Project Users → Current Users.',
			label: 'Project Users',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen: 'The right project name, and the list of its users.',
		},
		{
			...onProject,
			id: '2.2.C2',
			proofs: ['access-listed'],
			action:
				'Look for the grey banner "All Users (n) … have access to this project with the … role". First list who has no other grant. Then press the trash icon to remove it, or the pencil to lower it to Consumer.',
			sideEffect:
				'The grant covers everybody in the organization, now and later, service accounts too. Whoever had only this one loses the project at once.',
			undo: 'Invite Users → User: All Users in the Organization → role → Invite.',
			seenWhen: 'The banner is gone; the audit log has project.default_access_revoked.',
			lockOut: true,
			alsoCalled: [...onProject.alsoCalled, 'All Users Grant', 'All Users in the Organization'],
		},
		{
			...onProject,
			id: '2.2.C3',
			action:
				'Use the filter All Grant Types. Individual Grant: move these people into teams (2.1). Organization Role: mend it in 2.1 or 2.3, not here.',
			label: 'All Grant Types',
			undo: 'Give the individual grant again with Invite Users.',
			seenWhen: 'The column Granted by shows mostly teams.',
			alsoCalled: [...onProject.alsoCalled, 'Team Grant', 'Individual Grant', 'Organization Role'],
		},
		{
			...onProject,
			id: '2.2.C4',
			action:
				'In the row choose the Role. Readers are Consumer, builders Analyst, a few are Admin, and one or two Owner.',
			label: 'Role',
			sideEffect: 'Consumers cannot download reports or create alerts and subscriptions.',
			undo: 'Choose the old role again.',
			seenWhen: 'Only the people you named are Admin or Owner.',
		},
		{
			...onProject,
			id: '2.2.C5',
			proofs: ['access-listed'],
			action: 'Remove people who do not need the project: tick the box and press Delete.',
			label: 'Delete',
			sideEffect:
				'They lose this project only; their boards stay. Access that came through a team can be removed by an organization Owner or Admin only.',
			undo: 'Add them again with Invite Users.',
			seenWhen: 'The person is gone from the list; the audit log has project.user_removed.',
			lockOut: true,
		},
	],
};

const customRoles: ClickGroup = {
	title: 'Roles without export',
	appliesWhen: 'The plan is Enterprise',
	clicks: [
		{
			...onProject,
			id: '2.2.C6',
			path: ['Settings', 'Project', 'Project Users', 'Project Roles'],
			action:
				'Check the project name, press Create Custom Role, enter a name and choose a template. For an Analyst who exports nothing, switch off the permissions below. Then press Save. A project has at most 5 custom roles.',
			label: 'Create Custom Role',
			values: [
				{label: 'Off', template: 'Export Users as CSV'},
				{label: 'Off', template: 'Export Events as CSV'},
				{label: 'Off', template: 'Export Reports as CSV'},
				{label: 'Off', template: 'Public Boards'},
			],
			plan: 'enterprise',
			sideEffect: 'Later changes to the role hold at once for everybody who has it.',
			undo: 'Delete the role: its holders become Consumer. Give them a role again.',
			seenWhen: 'The role is listed; the audit log has custom_role.created.',
		},
	],
};

const testData: ClickGroup = {
	title: 'A project for test data',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '2.2.C7',
			path: ['Settings', 'Org', 'Projects'],
			url: deepLinks.organizationProjects,
			role: 'Organization Owner or Admin',
			action:
				'Check the organization name. Press Create Project, enter a name, residency and time zone, then Create. Point test builds to the token of the new project.',
			label: 'Create Project',
			values: [{label: 'Organization', template: '{organizationName}'}],
			sideEffect: 'The residency cannot be changed later.',
			undo: 'An organization Owner can delete the project. Data is kept 60–90 days, then gone for good.',
			seenWhen: 'Test events arrive in the new project and no longer in production.',
			alsoCalled: ['Organization Settings → Projects'],
		},
	],
};

const boards: ClickGroup = {
	title: 'Boards that leave the project (repeat for every project)',
	appliesWhen: null,
	clicks: [
		{
			...onProject,
			id: '2.2.C8',
			path: ['Settings', 'Project', 'Public Boards'],
			role: 'Project Owner',
			action:
				'Check the project name. Keep Public Boards off, which is the default; if it is on, press Disable for Project.',
			label: 'Disable for Project',
			sideEffect: 'All public links and embedded boards stop working.',
			undo: 'Enable Public Boards again. Whether old links come back is not documented.',
			seenWhen: 'The page offers to enable Public Boards, and an old public link no longer opens.',
			alsoCalled: ['Project Settings → Public Boards'],
		},
		{
			...onProject,
			id: '2.2.C9',
			path: ['Settings', 'Project', 'Moving Boards'],
			action: 'Check the project name. Choose Not at all or Within organization.',
			label: 'Within organization',
			sideEffect: 'Boards can no longer be moved to another organization. Moving boards in is not touched.',
			undo: 'Choose the old setting again.',
			seenWhen: 'The page shows the choice, and who changed it when.',
			alsoCalled: ['Project Settings → Moving Boards', 'Not at all'],
		},
	],
};

export const clickGroups: readonly ClickGroup[] = [members, customRoles, testData, boards];
