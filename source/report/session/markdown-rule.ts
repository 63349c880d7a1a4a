import {rulePolicyWords} from '../../assessment/policy-words.ts';
import {count} from '../../controls/rule-kinds/count.ts';
import type {PolicyOverride} from '../../types/policy.ts';
import {decisionLines} from './markdown-decisions.ts';
import {code, prose} from './markdown-text.ts';
import type {ReportFinding, ReportRule, RuleVerdict} from './report-document.ts';
import {moment, verdictWords} from './report-words.ts';

/** A rule under its heading: verdict, expected beside actual, findings, evidence, and what people said and decided. */
export function ruleLines(rule: ReportRule, overrides: readonly PolicyOverride[]): readonly string[] {
	const {verdict} = rule;
	return [
		...(verdict === null
			? ['- Verdict: not kept with the assessment']
			: verdictLines(rule, verdict, overrides)),
		...decisionLines(rule),
	];
}

/** A rule on one line, where it does not count or needs no more. */
export function ruleLine({id, verdict}: ReportRule): string {
	return verdict === null
		? `- ${code(id)}: not kept`
		: `- ${code(id)}: ${verdictWords(verdict.status, verdict.basis, verdict.reasonCode)}. ${prose(verdict.reason)}`;
}

function verdictLines(
	rule: ReportRule,
	verdict: RuleVerdict,
	overrides: readonly PolicyOverride[],
): readonly string[] {
	const byPolicy = rulePolicyWords(verdict, overrides);
	const {status, basis, reasonCode, grade, measured, findings, evidence} = verdict;
	return [
		`- Verdict: **${verdictWords(status, basis, reasonCode)}** · ${rule.required ? 'required' : 'advice'} · version ${rule.version}`,
		`- Grade of the read: ${grade ?? 'none, nothing was read'}`,
		`- Expected: ${prose(verdict.expected)}`,
		`- Actual: ${prose(verdict.actual)}`,
		`- Meaning: ${prose(verdict.reason)}`,
		...(byPolicy === null ? [] : [`- Policy: ${prose(byPolicy)}`]),
		...(measured === null
			? []
			: [`- Measured beside that word: ${verdictWords(measured.status, null, measured.reasonCode)}`]),
		...(verdict.waiver === null
			? []
			: [`- Waived until ${prose(verdict.waiver.expires)}; not counted as passed`]),
		...(findings.length === 0
			? []
			: [`- ${count(findings.length, 'finding')}:`, ...findings.map(findingLine)]),
		...(evidence.length === 0
			? ['- Evidence: none']
			: [
					'- Evidence:',
					...evidence.map(
						({source, detail, grade: known, observedAt, outcome}) =>
							`  - ${source} · ${code(detail)} · ${known ?? 'no grade'} · ${prose(moment(observedAt))} · ${outcome}`,
					),
				]),
	];
}

function findingLine({resource, message, remediation, effort, exempted}: ReportFinding): string {
	const remedy =
		remediation === null
			? 'no remedy known'
			: remediation.kind === 'api'
				? `fix ${code(remediation.fix)}`
				: `clicks ${remediation.steps.map(prose).join(', ')}`;
	return `  - ${resource.type} ${code(resource.name)}, id ${code(resource.id)}: ${prose(message)}${exempted ? ' · exempted' : ''} · ${remedy} · ${effort}`;
}
