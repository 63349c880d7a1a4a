import {list} from '../controls/rule-kinds/count.ts';
import type {Attestation} from '../types/assessment.ts';
import type {Evidence} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';
import {validityOf} from './attestation-validity.ts';
import type {JudgedRule} from './measured-result.ts';
import {begunRegister, progressOf, type RegisterContext} from './overlay-register.ts';
import {sight} from './sight.ts';

/** A rule of which somebody said of single rows that it is not so; null unless such a word is later than `whole`, what was said of all. */
export function failByRows(
	judged: JudgedRule,
	rule: Rule,
	context: RegisterContext,
	whole: Attestation | null,
): JudgedRule | null {
	const state = begunRegister(rule, context);
	const refused = (state?.rows ?? []).filter(row => row.state === 'refused');
	const counts =
		whole !== null && validityOf(whole, rule, context.now).kind === 'holds'
			? refused.filter(({said}) => said !== null && said.at >= whole.at)
			: refused;
	if (state === null || counts.length === 0) {
		return null;
	}

	const {result} = judged;
	const actual = `${counts.length} of ${state.rows.length} ${counts.length === 1 ? 'is' : 'are'} not so; ${progressOf(state)}`;
	return {
		short: `${counts.length} of ${state.rows.length} not so`,
		result: {
			...result,
			status: 'fail',
			basis: 'attested',
			reasonCode: null,
			measured: {status: result.status, reasonCode: result.reasonCode},
			grade: null,
			actual,
			reason: `Said of ${list(counts.map(({resource}) => resource.name))}: it is not so.`,
			findings: counts.map(({resource, word}) => ({
				resource,
				message: word === null ? 'not so' : `not so: said by ${word.by} on ${word.observedOn}`,
				remediation: rule.clicks.length === 0 ? null : {kind: 'clicks', steps: rule.clicks},
				effort: 'minutes',
			})),
			evidence: [
				...result.evidence,
				...state.evidence,
				...counts.flatMap(({word}) => (word === null ? [] : [spoken(word)])),
			],
		},
	};
}

function spoken(word: Attestation): Evidence {
	return {
		source: 'person',
		detail: sight(word),
		grade: null,
		observedAt: `${word.observedOn.slice(0, 10)}T00:00:00Z`,
		outcome: 'ok',
	};
}
