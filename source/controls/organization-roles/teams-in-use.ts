import {count, list} from '../rule-kinds/count.ts';
import {readRule} from '../rule-kinds/read-rule.ts';

/** A team with members exists. A team whose size the answer leaves out counts as one (contract §3). */
export const teamsInUse = readRule({
	id: 'teams-in-use',
	title: 'Access is given through teams',
	expected: 'at least one team with members',
	required: true,
	grade: 'provider',
	plan: {
		name: 'growth',
		without: 'Until then give each person a project role by hand, the lowest that does.',
	},
	fact: 'teams',
	reading: 'teams',
	validDays: null,
	question: 'Is there at least one team with members under Users & Teams → Teams?',
	worthWriting: 'the teams, and how many are in each',
	clicks: ['2.1.C5', '2.1.C6'],
	judge(teams, _context, expected) {
		const used = teams.filter(team => team.members !== 0);
		if (used.length > 0) {
			return {
				status: 'pass',
				expected,
				actual: `${count(used.length, 'team')} in use: ${list(used.map(team => team.name))}`,
				reason: 'Access is given through teams.',
			};
		}

		return {
			status: 'fail',
			findings: teams.map(team => ({
				resource: {type: 'team', id: team.id, name: team.name},
				message: 'has no members',
				remediation: {kind: 'clicks', steps: ['2.1.C6']},
				effort: 'hours',
			})),
			expected,
			actual: teams.length === 0 ? 'no team' : `${count(teams.length, 'team')}, none with members`,
			reason: 'Without teams every access is given, and forgotten, one person at a time.',
			short: teams.length === 0 ? 'no teams' : 'teams are empty',
		};
	},
});
