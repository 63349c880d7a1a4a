import type {Rule} from '../../types/rule.ts';
import {personRule} from '../rule-kinds/person-rule.ts';

const everyProject = 'Look at Settings → Project → Project Users → Current Users, for each project.';

/** The rules of control 2.2 (contract §3). The people in a project are in no API, so each asks a person. */
export const rules: readonly Rule[] = [
	personRule({
		id: 'all-users-grant-removed',
		title: 'No project is open to all users',
		expected: 'no grant to All Users in the Organization',
		required: true,
		validDays: 90,
		question: 'Is every project free of the grey banner "All Users … have access to this project"?',
		look: everyProject,
		clicks: ['2.2.C2'],
	}),
	personRule({
		id: 'project-roles-minimal',
		title: 'People are Consumer or Analyst, but for named Admins',
		required: true,
		plan: {name: 'growth', without: 'Until then keep the number of people in each project small.'},
		validDays: 90,
		question: 'In every project, is everyone Consumer or Analyst except a few Admins you can name?',
		look: everyProject,
		clicks: ['2.2.C3', '2.2.C4', '2.2.C6'],
	}),
	personRule({
		id: 'environments-separated',
		title: 'Test data has a project of its own',
		required: true,
		validDays: 180,
		question: 'Do test and development builds send to another project than production?',
		look: 'Look at Settings → Org → Projects, and at the tokens your development builds use.',
		clicks: ['2.2.C7'],
	}),
	personRule({
		id: 'sensitive-projects-restricted',
		title: 'Sensitive projects are open only to those who need them',
		required: true,
		validDays: 90,
		question: 'Does every project with sensitive data list only people and teams who need it?',
		look: everyProject,
		clicks: ['2.2.C2', '2.2.C3', '2.2.C5'],
	}),
	personRule({
		id: 'project-membership-audited',
		title: 'Project membership was reviewed',
		required: true,
		validDays: 90,
		question: 'Did somebody go through Current Users of every project and remove who no longer belongs?',
		look: everyProject,
		clicks: ['2.2.C1', '2.2.C5'],
	}),
	personRule({
		id: 'public-boards-disabled',
		title: 'Public Boards are disabled',
		required: false,
		validDays: 90,
		question: 'Is Public Boards set to "Disable for Project" in every project?',
		look: 'Look at Settings → Project → Public Boards, for each project.',
		clicks: ['2.2.C8'],
	}),
	personRule({
		id: 'moving-boards-limited',
		title: 'Boards do not move to other organizations',
		required: false,
		validDays: 90,
		question: 'Is Moving Boards set to "Not at all" or "Within organization" in every project?',
		look: 'Look at Settings → Project → Moving Boards, for each project.',
		clicks: ['2.2.C9'],
	}),
];
