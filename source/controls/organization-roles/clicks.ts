import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const onUsers = {
	path: ['Settings', 'Org', 'Users & Teams', 'Users'],
	label: null,
	values: [],
	url: deepLinks.organizationTeams,
	role: 'Organization Owner or Admin',
	plan: null,
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Organization Settings → Users & Teams'],
} as const satisfies Partial<Click>;

const onTeams = {
	...onUsers,
	path: ['Settings', 'Org', 'Users & Teams', 'Teams'],
	plan: 'growth',
} as const satisfies Partial<Click>;

const people: ClickGroup = {
	title: 'People and their roles',
	appliesWhen: null,
	clicks: [
		{
			...onUsers,
			id: '2.1.C1',
			action:
				'Check the organization name first: the link opens whichever organization this browser used last. It comes from an older page of the documentation; if it fails, take the menu path. Open the tab Users and note the Organization Role of each person.',
			label: 'Users',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen: 'You have a list of every person and role.',
		},
		{
			...onUsers,
			id: '2.1.C2',
			proofs: ['another-owner', 'roles-listed'],
			action:
				'Click the name, then the pencil beside Organization Role. Choose the lower role and press Save. Staff become Member, finance Billing Admin.',
			label: 'Organization Role',
			values: [{label: 'Organization Role', template: 'Member'}],
			plan: 'growth',
			sideEffect: 'A demoted Owner or Admin also loses the Owner or Admin role implied in every project.',
			undo: 'Set the old role again. Only an Owner can make an Owner.',
			seenWhen: 'The list shows the new role; the audit log has user.role_changed.',
			lockOut: true,
		},
		{
			...onUsers,
			id: '2.1.C3',
			proofs: ['another-owner', 'roles-listed'],
			action: 'Remove leavers: tick the box beside the name and press Delete at the top of the table.',
			label: 'Delete',
			sideEffect: 'The person leaves all projects and teams at once. Their boards stay.',
			undo: 'Cannot be undone: invite the person again and give every role and team anew.',
			seenWhen: 'The person is gone from the list; the audit log has organization.user_removed.',
			lockOut: true,
		},
		{
			...onUsers,
			id: '2.1.C4',
			path: ['Settings', 'Org', 'Users & Teams', 'Invited Users'],
			action:
				'Open Invited Users and remove invitations nobody waits for. The label of the button is not documented.',
			sideEffect: 'The invited person can no longer join with that invitation.',
			undo: 'Invite the person again.',
			seenWhen: 'Only invitations you expect are left.',
		},
	],
};

const teams: ClickGroup = {
	title: 'Teams and their projects',
	appliesWhen: null,
	clicks: [
		{
			...onTeams,
			id: '2.1.C5',
			action:
				'Check the organization name. Open the tab Teams, press Create Team, enter a name and press Done.',
			label: 'Create Team',
			undo: 'Tick the team and press Delete: only the access that came through it ends.',
			seenWhen: 'The team is listed; the audit log has team.created.',
		},
		{
			...onTeams,
			id: '2.1.C6',
			action:
				'Open the team. Press Add Projects, choose project and project role, then Add. Press Add Users, choose the people, then Done. Add Service Accounts works in the same way.',
			label: 'Add Projects',
			sideEffect: 'Everybody in the team gets the role in those projects, on top of what they have.',
			undo: 'Take the project or the person out of the team again.',
			seenWhen: 'The team lists its people, and each project with a role.',
		},
		{
			...onUsers,
			id: '2.1.C7',
			action:
				'New people: press Invite Users, choose the tab Invite to teams and the role Member, then Invite. Invite to projects and Bulk invite (CSV) exist, too. Mixpanel sends about 10 invitations per hour and mail domain.',
			label: 'Invite Users',
			values: [{label: 'Organization Role', template: 'Member'}],
			undo: 'Remove the invitation under Invited Users.',
			seenWhen: 'The person is listed under Invited Users; the audit log has invitation.sent.',
		},
	],
};

const scim: ClickGroup = {
	title: 'Teams from the identity provider',
	appliesWhen: 'SCIM is in use (Enterprise)',
	clicks: [
		{
			...onTeams,
			id: '2.1.C8',
			proofs: ['access-listed'],
			role: 'IdP administrator',
			plan: 'enterprise',
			action:
				'In the IdP give each group the name of its team and push it. Then check the organization name in Mixpanel and set projects and roles there: the IdP cannot.',
			sideEffect:
				'Provisioned people arrive as Member. JumpCloud: Mixpanel warns that SCIM may delete users for good.',
			undo: 'Stop pushing the group in the IdP, and look at the team afterwards.',
			seenWhen: 'The team has the people of the group.',
			lockOut: true,
		},
	],
};

const review: ClickGroup = {
	title: 'Regular review',
	appliesWhen: null,
	clicks: [
		{
			...onUsers,
			id: '2.1.C9',
			path: [],
			url: null,
			action:
				'Put a review every quarter in the calendar, with the name of the reviewer. The list of this tool is the paper for it.',
			role: 'Whoever answers for access',
			seenWhen: 'The last review is dated and the next one is in the calendar.',
			alsoCalled: [],
		},
	],
};

export const clickGroups: readonly ClickGroup[] = [people, teams, scim, review];
