import type {ProjectReference, Property} from '../../types/facts.ts';
import {count, list} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {noProjects, splitProjects} from '../rule-kinds/judge-projects.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {looksLikePersonalData} from './pii-names.ts';
import {fitsPolicy} from './policy-patterns.ts';

/**
Properties whose name looks like personal data are classified or blocked. Hidden ones are not protected: anyone may
show hidden entries again (mixpanel-api §9).
*/
export const piiClassified = readRule({
	id: 'pii-classified',
	title: 'Personal data is classified or blocked',
	required: true,
	grade: 'provider',
	plan: {
		name: 'growth',
		without:
			'Until then do not send personal data, or hash it before sending, and block what is sent by mistake.',
	},
	fact: 'properties',
	validDays: null,
	question:
		'Is every property in Data → Lexicon that holds personal data marked classified or blocked, in each project?',
	worthWriting: 'the projects you opened, and what their properties are marked as',
	clicks: ['3.2.C6', '3.2.C8'],
	judge(projects, {exempts, policy}, expected) {
		if (projects.length === 0) {
			return noProjects(expected);
		}

		const {seen, missed, coverage} = splitProjects(projects);
		const exempted: string[] = [];
		const verdicts = seen.flatMap(({project, value}) =>
			value.flatMap(property => {
				const kind =
					fitsPolicy(property.rawName, policy.piiPatterns) ?? looksLikePersonalData(property.rawName);
				if (kind === null) {
					return [];
				}

				const verdict = verdictOf(property, kind, project);
				if (verdict.kind === 'ok' || exempts?.({type: 'property', id: property.id}) !== true) {
					return [verdict];
				}

				exempted.push(property.name);
				return [ok];
			}),
		);
		const total = seen.reduce((sum, {value}) => sum + value.length, 0);
		const open = findingsOf(verdicts);
		const looksLike = `${verdicts.length} of ${count(total, 'name')} look like personal data`;
		return judgeEach([...verdicts, ...missed], {
			expected,
			actual: `${looksLike}, ${open.length} of them open${namesOf(exempted)}; ${coverage}`,
			passes: 'What looks like personal data by its name is closed to those without the permission.',
			fails: 'Everyone in the project can read these values. Hiding a property does not change that.',
			short: `${count(open.length, 'open personal property', 'open personal properties')}`,
		});
	},
});

/** The properties that only pass because a person lets them. */
function namesOf(exempted: readonly string[]): string {
	return exempted.length === 0 ? '' : `, ${exempted.length} exempted (${list(exempted)})`;
}

function verdictOf(property: Property, kind: string, project: ProjectReference): Verdict {
	if (property.sensitive === true || property.dropped === true) {
		return ok;
	}

	if (property.sensitive === null) {
		return {
			kind: 'undecided',
			reasonCode: 'partial',
			name: `${property.name} in ${project.name}`,
			why: 'the answer does not say whether it is classified',
		};
	}

	const hidden = property.hidden === true ? '; hidden is not protected' : '';
	return {
		kind: 'finding',
		finding: {
			resource: {type: 'property', id: property.id, name: property.name},
			message: `${kind}, not classified in ${project.name}${hidden}`,
			remediation: {kind: 'api', fix: 'classify-property'},
			effort: 'minutes',
		},
	};
}
