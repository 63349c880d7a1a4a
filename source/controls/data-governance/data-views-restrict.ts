import type {ProjectReference, DataView as View} from '../../types/facts.ts';
import {count} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {noProjects, splitProjects} from '../rule-kinds/judge-projects.ts';
import {readRule} from '../rule-kinds/read-rule.ts';

const growth = {
	name: 'growth',
	without: 'Until then keep sensitive data in a project of its own, open only to those who need it.',
} as const;

/** Each project has a view of its own making, and none of those is open to all. Wire meanings: mixpanel-api §8. */
export const dataViewsRestrict = readRule({
	id: 'data-views-restrict',
	title: 'Every project has private data views',
	expected: 'a data view in each project, none visible to all or with all members',
	required: true,
	grade: 'provider',
	plan: growth,
	fact: 'dataViews',
	reading: 'data_views',
	validDays: null,
	question:
		'Does every project list a view besides All Project Data under Data Views, each with Visibility Private?',
	worthWriting: 'the projects you opened, their views and the Visibility of each',
	clicks: ['3.2.C1', '3.2.C2', '3.2.C3', '3.2.C4'],
	judge(projects, _context, expected) {
		if (projects.length === 0) {
			return noProjects(expected);
		}

		const {seen, missed, coverage} = splitProjects(projects);
		const verdicts = seen.flatMap(({project, value}) => verdictsOf(project, value));
		const findings = findingsOf(verdicts);
		return judgeEach([...verdicts, ...missed], {
			expected,
			actual: `${count(findings.length, 'open place')} in ${count(seen.length, 'project')}; ${coverage}`,
			passes: 'Each project has views, and people are put into them by name.',
			fails: 'Without a private view everyone in the project sees every row.',
			short: `${count(findings.length, 'project or view', 'projects or views')} open`,
		});
	},
});

function verdictsOf(project: ProjectReference, views: readonly View[]): Verdict[] {
	const own = views.filter(view => view.isGlobal === false);
	if (own.length > 0) {
		return [...own, ...views.filter(view => view.isGlobal === null)].map(verdictOf);
	}

	// The view All Project Data always exists: a list without any view was not read whole.
	if (views.length === 0 || views.some(view => view.isGlobal === null)) {
		return [
			{
				kind: 'undecided',
				reasonCode: views.length === 0 ? 'unreadable' : 'partial',
				name: project.name,
				why:
					views.length === 0
						? 'its list of views came back empty'
						: 'the answer does not say which view is global',
			},
		];
	}

	return [
		{
			kind: 'finding',
			finding: {
				resource: {type: 'project', id: project.id, name: project.name},
				message: 'has no data view but All Project Data',
				remediation: {kind: 'clicks', steps: ['3.2.C1', '3.2.C2', '3.2.C3', '3.2.C4']},
				effort: 'hours',
			},
		},
	];
}

function verdictOf(view: View): Verdict {
	const open = [
		...(view.isVisible === true ? ['anyone in the project may join it'] : []),
		...(view.hasAllMembers === true ? ['has all members of the organization'] : []),
	];
	if (view.isGlobal === false && open.length > 0) {
		return {
			kind: 'finding',
			finding: {
				resource: {type: 'data_view', id: view.id, name: view.name},
				message: open.join(', '),
				remediation: {kind: 'clicks', steps: ['3.2.C3']},
				effort: 'minutes',
			},
		};
	}

	return view.isGlobal === null || view.isVisible === null || view.hasAllMembers === null
		? {
				kind: 'undecided',
				reasonCode: 'partial',
				name: view.name,
				why: 'the answer does not say who may join it',
			}
		: ok;
}
