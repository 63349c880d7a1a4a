import type {ProjectReference, DataView as View} from '../../types/facts.ts';
import {count} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {noProjects, splitProjects} from '../rule-kinds/judge-projects.ts';
import {readRule} from '../rule-kinds/read-rule.ts';

/** New members land in the default view; the global one shows them everything (guide-facts 3.2). */
export const defaultViewRestricted = readRule({
	id: 'default-view-restricted',
	title: 'New people land in a filtered view',
	expected: 'a default view in each project that is not All Project Data and has filters',
	required: true,
	grade: 'provider',
	plan: {
		name: 'growth',
		without: 'Until then keep sensitive data in a project of its own, open only to those who need it.',
	},
	fact: 'dataViews',
	reading: 'data_views',
	validDays: null,
	question: 'Is the default under Data Views a view with filters, not All Project Data, in every project?',
	worthWriting: 'each project with its default view and its filters',
	clicks: ['3.2.C2', '3.2.C5'],
	judge(projects, _context, expected) {
		if (projects.length === 0) {
			return noProjects(expected);
		}

		const {seen, missed, coverage} = splitProjects(projects);
		const verdicts = seen.map(({project, value}) => verdictOf(project, value));
		const findings = findingsOf(verdicts);
		return judgeEach([...verdicts, ...missed], {
			expected,
			actual: `${findings.length} of ${count(seen.length, 'default view')} open; ${coverage}`,
			passes: 'Whoever joins sees the filtered rows first.',
			fails: 'Whoever joins such a project sees every row at once.',
			short: `${count(findings.length, 'open default view')}`,
		});
	},
});

function verdictOf(project: ProjectReference, views: readonly View[]): Verdict {
	const defaults = views.filter(view => view.isDefault === true);
	const [view] = defaults;
	if (view === undefined || defaults.length > 1) {
		const silent = view === undefined && views.some(candidate => candidate.isDefault === null);
		return {
			kind: 'undecided',
			reasonCode: silent ? 'partial' : 'unreadable',
			name: project.name,
			why:
				view === undefined ? 'no view is marked as the default' : 'several views are marked as the default',
		};
	}

	const fault =
		view.isGlobal === true
			? 'is the default and shows everything'
			: view.hasFilters === false
				? 'is the default and has no filters'
				: null;
	if (fault !== null) {
		return {
			kind: 'finding',
			finding: {
				resource: {type: 'data_view', id: view.id, name: view.name},
				message: `${fault} in ${project.name}`,
				remediation: {kind: 'clicks', steps: view.isGlobal === true ? ['3.2.C5'] : ['3.2.C2']},
				effort: 'minutes',
			},
		};
	}

	return view.isGlobal === null || view.hasFilters === null
		? {
				kind: 'undecided',
				reasonCode: 'partial',
				name: `${view.name} in ${project.name}`,
				why: 'the answer does not say whether it filters anything',
			}
		: ok;
}
