import {decidedWords} from '../../assessment/decided-words.ts';
import {overridesLine, rulePolicyWords} from '../../assessment/policy-words.ts';
import {progressOf} from '../../assessment/summarize.ts';
import {count} from '../../controls/rule-kinds/count.ts';
import {shownId} from '../../terminal/shown-id.ts';
import type {ControlResult, RuleResult, Waiver} from '../../types/assessment.ts';
import {ageOfControl, ageOfRead} from './age-of-read.ts';
import type {CheckDocument} from './check-document.ts';
import {littleSeen, seenParts} from './little-seen.ts';
import {createPage, type Page} from './page.ts';
import type {CheckError} from './read-errors.ts';
import {readingWords} from './reading-words.ts';
import {statusWidth, type TextOptions} from './text-style.ts';

/** Findings printed for one rule; the JSON document has them all. */
const findingLimit = 50;
const ruleIndent = 2 + statusWidth;

/** The document for people: a heading, each control with its rules and findings, a summary. Ends with a line end. */
export function renderCheckText(document: CheckDocument, options: TextOptions): string {
	const page = createPage(options);
	const lines = [
		...heading(document, page),
		...sections(document.controls).flatMap(({section, controls}) => [
			'',
			...page.heading(marked(section, document)),
			...controls.flatMap(control => ['', ...controlLines(control, document, page)]),
		]),
		...lackingPlan(document, page),
		...failedReads(document, page),
		...notices(document, page),
		'',
		...summary(document, page),
	];
	return `${lines.join('\n')}\n`;
}

/** Every heading of a simulated organization says so. */
function marked(text: string, {target}: CheckDocument): string {
	return target.simulated ? `${text} · TRAINING` : text;
}

function heading(document: CheckDocument, page: Page): string[] {
	const {target, profile, policy} = document;
	const little = littleSeen(document);
	const region = target.simulated ? target.baseUrl : target.region.toUpperCase();
	return [
		...page.heading(marked('Mixpanel hardening check', document)),
		...page.text(`${target.organizationName} · organization ${target.organizationId} · ${region}`),
		...page.text(
			`Level ${profile} · read ${readingWords(document)} · seen: ${seenParts(target.coverage).join(', ')}`,
		),
		...(little === null ? [] : page.text(little)),
		...(policy.overrides.length === 0
			? []
			: page.text(`Judged by a policy, not by the defaults: ${overridesLine(policy.overrides)}`)),
	];
}

function sections(controls: readonly ControlResult[]) {
	return [...Map.groupBy(controls, control => control.section)].map(([section, members]) => ({
		section,
		controls: members,
	}));
}

function controlLines(control: ControlResult, document: CheckDocument, page: Page): string[] {
	const name = `${control.id} ${control.title}`;
	if (!control.inProfile) {
		return page.text(`${name} · ${control.level}, not in level ${document.profile}`, statusWidth);
	}

	const basis = control.basis === null ? '' : ` · ${control.basis}${ageOfControl(control, document)}`;
	const waived = control.waiver === null ? '' : ` · ${waivedUntil(control.waiver)}`;
	return [
		...page.verdict(control.status, `${name}${basis}${waived}`, 0, name),
		...page.text(control.reason, statusWidth),
		...control.rules.flatMap(rule => ruleLines(rule, document, page)),
	];
}

function ruleLines(rule: RuleResult, document: CheckDocument, page: Page): string[] {
	const {errors, policy} = document;
	const byPolicy = rulePolicyWords(rule, policy.overrides);
	const known = [
		rule.basis === null ? null : `${rule.basis}${ageOfRead(rule, document)}`,
		rule.grade,
		rule.required ? null : 'advice',
		rule.waiver === null ? null : waivedUntil(rule.waiver),
	].filter(part => part !== null);
	const shown = rule.findings.slice(0, findingLimit);
	const more = rule.findings.length - shown.length;
	return [
		...page.verdict(rule.status, [rule.id, ...known].join(' · '), 2),
		...explanation(rule, errors).flatMap(text => page.text(text, ruleIndent)),
		...(byPolicy === null ? [] : page.text(byPolicy, ruleIndent)),
		...shown.flatMap(({resource, message, exempted}) =>
			page.text(
				`- ${resource.name} (${shownId(resource.id)}): ${message}${exempted === undefined ? '' : ' · exempted'}`,
				ruleIndent,
			),
		),
		...(more > 0 ? page.text(`and ${more} more, all in --format json`, ruleIndent) : []),
	];
}

function waivedUntil({expires}: Waiver): string {
	return `waived until ${expires}`;
}

/** What was seen, where anything was, and what it means or where to look. A read that failed is told once, at the end. */
function explanation(rule: RuleResult, errors: readonly CheckError[]): string[] {
	const unseen = rule.reasonCode === 'no_api' || (rule.status === 'not_applicable' && rule.measured === null);
	if (unseen) {
		return [rule.reason];
	}

	return errors.some(({message}) => message === rule.reason)
		? [`${rule.actual}; see “Reads that failed”`]
		: [rule.actual, rule.reason];
}

/** Rules that only want another plan, told apart from those that need nothing. */
function lackingPlan({controls}: CheckDocument, page: Page): string[] {
	const ids = controls
		.filter(control => control.inProfile)
		.flatMap(control => control.rules.flatMap(rule => (rule.reasonCode === 'plan' ? [rule.id] : [])));
	return ids.length === 0 ? [] : ['', ...page.heading('Not on your plan'), ...page.text(ids.join(', '), 2)];
}

function failedReads({errors}: CheckDocument, page: Page): string[] {
	return errors.length === 0
		? []
		: [
				'',
				...page.heading('Reads that failed'),
				...errors.flatMap(({source, code, message, rules}) => [
					...page.text(`${source}: ${code.replace('_', ' ')}. ${withoutPlace(message, source)}`, 2),
					...(rules.length === 0 ? [] : page.text(`affects ${rules.join(', ')}`, 4)),
				]),
			];
}

/** Waivers and exemptions that are not as whoever gave them may believe. */
function notices({notices: all}: CheckDocument, page: Page): string[] {
	const shown = all.slice(0, findingLimit);
	return all.length === 0
		? []
		: [
				'',
				...page.heading('Waivers and exemptions to look at'),
				...shown.flatMap(({message, from}) =>
					page.text(`- ${message}${from === 'policy' ? ' It stands in the policy.' : ''}`, 2),
				),
				...(all.length > shown.length
					? page.text(`and ${all.length - shown.length} more, all in --format json`, 2)
					: []),
			];
}

/** The message without the request it begins with: that stands before it already. */
function withoutPlace(message: string, source: string): string {
	return message.startsWith(`${source}: `) ? message.slice(source.length + 2) : message;
}

function summary(document: CheckDocument, page: Page): string[] {
	const {pass, fail, unknown, manual, not_applicable: none, waived, total, ...scores} = document.summary;
	const {headHash, proof} = document.journal;
	const score =
		scores.score === null
			? 'No score: no required rule applies.'
			: `Score ${fixed(scores.score)} (${fixed(scores.verifiedScore)} verified, ${fixed(scores.attestedScore)} attested).`;
	const waivedWords = waived === 0 ? '' : ` ${waived} of them waived.`;
	return [
		...page.heading(marked('Summary', document)),
		...page.text(
			`${count(total, 'control')}: ${pass} pass, ${fail} fail, ${unknown} unknown, ${manual} by hand, ${none} n/a.${waivedWords}`,
		),
		...page.text(`${score} ${decidedWords(progressOf(document.controls))}.`),
		...(headHash === null ? [] : page.text(`Journal of the session ${headHash} (${proof})`)),
	];
}

function fixed(value: number | null): string {
	return (value ?? 0).toFixed(2);
}
