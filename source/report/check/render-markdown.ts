import {rulePolicyWords} from '../../assessment/policy-words.ts';
import {count} from '../../controls/rule-kinds/count.ts';
import type {ControlResult, RuleResult, Waiver} from '../../types/assessment.ts';
import {cell, code, prose} from '../session/markdown-text.ts';
import {verdictWords} from '../session/report-words.ts';
import {aboutRun} from './about-run.ts';
import {ageOfControl, ageOfRead} from './age-of-read.ts';
import type {CheckDocument} from './check-document.ts';
import {howToRead} from './how-to-read.ts';
import {remediationWords} from './remediation-words.ts';
import {scoreSentences} from './score-sentences.ts';

/** The document as GitHub-flavoured Markdown, whole; every value from outside is escaped. Ends with a line end. */
export function renderCheckMarkdown(document: CheckDocument): string {
	const {target, controls} = document;
	const heading = (level: number, text: string): readonly string[] => [
		'',
		`${'#'.repeat(level)} ${text}${target.simulated ? ' · TRAINING' : ''}`,
		'',
	];
	const lines = [
		...heading(1, `Mixpanel hardening check: ${prose(target.organizationName)}`),
		...aboutRun(document).map(({label, value}) => `- ${label}: ${prose(value)}`),
		...heading(2, 'Summary'),
		...scoreSentences(document).map(sentence => `- ${sentence}`),
		'',
		'| Control | Level | Status | Why |',
		'|---|---|---|---|',
		...controls.map(control => summaryRow(control, document)),
		...heading(2, 'How to read this'),
		...howToRead.map(([term, text]) => `- **${term}**: ${prose(text)}`),
		...[...Map.groupBy(controls, ({section}) => section)].flatMap(([section, members]) => [
			...heading(2, prose(section)),
			...members.flatMap(control => [
				...heading(3, `${control.id} ${prose(control.title)}`),
				...controlLines(control, document),
				...control.rules.flatMap(rule => [...heading(4, code(rule.id)), ...ruleLines(rule, document)]),
			]),
		]),
		...heading(2, 'Not on your plan'),
		...lackingPlan(controls),
		...heading(2, 'Reads that failed'),
		...failedReads(document),
		...(document.notices.length === 0
			? []
			: [
					...heading(2, 'Waivers and exemptions to look at'),
					...document.notices.map(
						({message, from}) => `- ${prose(message)}${from === 'policy' ? ' It stands in the policy.' : ''}`,
					),
				]),
	];
	return `${lines
		.join('\n')
		.trim()
		.replaceAll(/\n{3,}/gu, '\n\n')}\n`;
}

function summaryRow(control: ControlResult, document: CheckDocument): string {
	const {id, title, level, inProfile, status, basis, reason, waiver} = control;
	const waived = waiver === null ? '' : ` · waived until ${cell(waiver.expires)}`;
	const verdict = inProfile
		? verdictWords(status, basis) + ageOfControl(control, document) + waived
		: 'not in the level';
	return `| ${id} ${cell(title)} | ${level} | ${verdict} | ${inProfile ? cell(reason) : ''} |`;
}

function controlLines(control: ControlResult, document: CheckDocument): readonly string[] {
	const {level, inProfile, status, basis, reason, waiver, frameworks} = control;
	const {cis, nist80053, soc2} = frameworks;
	return [
		`- Verdict: **${verdictWords(status, basis)}${ageOfControl(control, document)}** · ${level}${inProfile ? '' : ', not in the level judged by'}`,
		`- Why: ${prose(reason)}`,
		...waiverLines(waiver),
		`- Mappings: CIS ${listed(cis)} · NIST 800-53 ${listed(nist80053)} · SOC 2 ${listed(soc2)}`,
	];
}

function ruleLines(rule: RuleResult, document: CheckDocument): readonly string[] {
	const {policy} = document;
	const byPolicy = rulePolicyWords(rule, policy.overrides);
	const {status, basis, reasonCode, grade, measured, findings, evidence} = rule;
	return [
		`- Verdict: **${verdictWords(status, basis, reasonCode)}${ageOfRead(rule, document)}** · ${rule.required ? 'required' : 'advice'} · version ${rule.version}`,
		`- Grade of the read: ${grade ?? 'none, nothing was read'}`,
		...(measured === null
			? []
			: [`- Measured beside that word: ${verdictWords(measured.status, null, measured.reasonCode)}`]),
		`- Expected: ${prose(rule.expected)}`,
		`- Actual: ${prose(rule.actual)}`,
		`- Meaning: ${prose(rule.reason)}`,
		...(byPolicy === null ? [] : [`- Policy: ${prose(byPolicy)}`]),
		...waiverLines(rule.waiver),
		...(findings.length === 0 ? [] : [`- ${count(findings.length, 'finding')}:`]),
		...findings.map(
			({resource, message, remediation, effort, exempted}) =>
				`  - ${resource.type} ${code(resource.name)}, id ${code(resource.id)}: ${prose(message)}${exempted ? ' · exempted' : ''} · ${prose(remediationWords(remediation))} · ${effort}`,
		),
		...(evidence.length === 0 ? ['- Evidence: none'] : ['- Evidence:']),
		...evidence.map(
			({source, detail, grade: known, observedAt, outcome}) =>
				`  - ${source} · ${code(detail)} · ${known ?? 'no grade'} · ${prose(observedAt)} · ${outcome}`,
		),
	];
}

function waiverLines(waiver: Waiver | null): readonly string[] {
	return waiver === null
		? []
		: [
				`- Waived until ${prose(waiver.expires)}, ${waiver.kind.replace('_', ' ')}, by ${prose(waiver.owner)}: ${prose(waiver.reason)}`,
			];
}

function lackingPlan(controls: readonly ControlResult[]): readonly string[] {
	const ids = controls.flatMap(({inProfile, rules}) =>
		inProfile ? rules.filter(({reasonCode}) => reasonCode === 'plan').map(({id}) => `- ${code(id)}`) : [],
	);
	return ids.length === 0 ? ['Nothing.'] : ids;
}

function failedReads({errors}: CheckDocument): readonly string[] {
	return errors.length === 0
		? ['None.']
		: errors.map(
				({source, code: why, message, rules}) =>
					`- ${code(source)}: ${why}. ${prose(message)}${rules.length === 0 ? '' : ` · affects ${rules.map(code).join(', ')}`}`,
			);
}

function listed(ids: readonly string[]): string {
	return ids.length === 0 ? 'none' : ids.map(prose).join(', ');
}
