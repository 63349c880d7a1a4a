import type {Rule} from '../../types/rule.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {leastPrivilegeRoles} from './least-privilege-roles.ts';
import {teamsInUse} from './teams-in-use.ts';

/** The rules of control 2.1 (contract §3). */
export const rules: readonly Rule[] = [
	leastPrivilegeRoles,
	teamsInUse,
	personRule({
		id: 'teams-have-projects',
		title: 'Each team grants the projects it needs',
		required: true,
		plan: {
			name: 'growth',
			without: 'Until then give each person a project role by hand, the lowest that does.',
		},
		validDays: 90,
		question:
			'Does every team under Users & Teams → Teams list its projects, each with the lowest role that does?',
		worthWriting: 'each team with its projects and roles',
		look: 'Look at Settings → Org → Users & Teams → Teams, and open each team.',
		clicks: ['2.1.C6'],
	}),
	personRule({
		id: 'access-review-current',
		title: 'Access was reviewed in the last quarter',
		required: true,
		validDays: 90,
		question: 'Did somebody go through all users, roles and teams in the last quarter?',
		worthWriting: 'who reviewed, on which day, and what changed',
		look: 'Mixpanel has no review feature: look in your calendar, and go through Users & Teams → Users.',
		clicks: ['2.1.C1', '2.1.C9'],
	}),
];
