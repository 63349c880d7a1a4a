import {progressOf} from '../../assessment/summarize.ts';
import type {ControlResult, RuleResult, Waiver} from '../../types/assessment.ts';
import type {CheckDocument} from './check-document.ts';
import {bold, statusText, statusWidth, type TextOptions, toPlainSigns} from './text-style.ts';
import {wrap} from './wrap.ts';

/** Findings printed for one rule; the JSON document has them all. */
const findingLimit = 50;
const ruleIndent = 2 + statusWidth;

/** The document for people: a heading, each control with its rules and findings, a summary. Ends with a line end. */
export function renderCheckText(document: CheckDocument, options: TextOptions): string {
	const width = options.width ?? 80;
	const lines = [
		...heading(document, width, options),
		...sections(document.controls).flatMap(({section, controls}) => [
			'',
			bold(marked(section, document), options),
			...controls.flatMap(control => ['', ...controlLines(control, document, {...options, width})]),
		]),
		...lackingPlan(document, width, options),
		...failedReads(document, width, options),
		'',
		...summary(document, width, options),
	];
	const text = `${lines.join('\n')}\n`;
	return options.unicode ? text : toPlainSigns(text);
}

/** Every heading of a simulated organization says so. */
function marked(text: string, {target}: CheckDocument): string {
	return target.simulated ? `${text} · TRAINING` : text;
}

function heading(document: CheckDocument, width: number, options: TextOptions): string[] {
	const {target, finishedAt, profile} = document;
	const {projects, users, serviceAccounts} = target.coverage;
	const region = target.simulated ? target.baseUrl : target.region.toUpperCase();
	return [
		bold(marked('Mixpanel hardening check', document), options),
		...wrap(`${target.organizationName} · organization ${target.organizationId} · ${region}`, width, 0),
		...wrap(
			`Level ${profile} · read ${finishedAt} · seen: ${projects.seen} projects, ${users.seen} users, ${serviceAccounts.seen} service accounts`,
			width,
			0,
		),
	];
}

function sections(controls: readonly ControlResult[]) {
	return [...Map.groupBy(controls, control => control.section)].map(([section, members]) => ({
		section,
		controls: members,
	}));
}

function controlLines(
	control: ControlResult,
	document: CheckDocument,
	options: TextOptions & {width: number},
): string[] {
	const name = `${control.id} ${control.title}`;
	if (!control.inProfile) {
		return wrap(`${name} · ${control.level}, not in level ${document.profile}`, options.width, statusWidth);
	}

	const basis = control.basis === null ? '' : ` · ${control.basis}`;
	const waived = control.waiver === null ? '' : ` · ${waivedUntil(control.waiver)}`;
	return [
		statusText(control.status, options) + bold(name, options) + basis + waived,
		...wrap(control.reason, options.width, statusWidth),
		...control.rules.flatMap(rule => ruleLines(rule, options)),
	];
}

function ruleLines(rule: RuleResult, options: TextOptions & {width: number}): string[] {
	const known = [
		rule.basis,
		rule.grade,
		rule.required ? null : 'advice',
		rule.waiver === null ? null : waivedUntil(rule.waiver),
	].filter(part => part !== null);
	const shown = rule.findings.slice(0, findingLimit);
	const more = rule.findings.length - shown.length;
	return [
		`  ${statusText(rule.status, options)}${[rule.id, ...known].join(' · ')}`,
		...explanation(rule).flatMap(text => wrap(text, options.width, ruleIndent)),
		...shown.flatMap(({resource, message, exempted}) =>
			wrap(
				`- ${resource.name} (${resource.id}): ${message}${exempted === undefined ? '' : ' · exempted'}`,
				options.width,
				ruleIndent,
			),
		),
		...(more > 0 ? [`${' '.repeat(ruleIndent)}and ${more} more, all in --format json`] : []),
	];
}

function waivedUntil({expires}: Waiver): string {
	return `waived until ${expires}`;
}

/** What was seen, where anything was, and what it means or where to look. */
function explanation(rule: RuleResult): string[] {
	const unseen = rule.reasonCode === 'no_api' || (rule.status === 'not_applicable' && rule.measured === null);
	return unseen ? [rule.reason] : [rule.actual, rule.reason];
}

/** Rules that only want another plan, told apart from those that need nothing. */
function lackingPlan({controls}: CheckDocument, width: number, options: TextOptions): string[] {
	const ids = controls
		.filter(control => control.inProfile)
		.flatMap(control => control.rules.flatMap(rule => (rule.reasonCode === 'plan' ? [rule.id] : [])));
	return ids.length === 0 ? [] : ['', bold('Not on your plan', options), ...wrap(ids.join(', '), width, 2)];
}

function failedReads({errors}: CheckDocument, width: number, options: TextOptions): string[] {
	return errors.length === 0
		? []
		: [
				'',
				bold('Reads that failed', options),
				...errors.flatMap(({source, code, message, rules}) => [
					...wrap(`${source}: ${code}. ${message}`, width, 2),
					...(rules.length === 0 ? [] : wrap(`affects ${rules.join(', ')}`, width, 4)),
				]),
			];
}

function summary(document: CheckDocument, width: number, options: TextOptions): string[] {
	const {pass, fail, unknown, manual, not_applicable: none, waived, total, ...scores} = document.summary;
	const {decided, of} = progressOf(document.controls);
	const score =
		scores.score === null
			? 'No score: no required rule applies.'
			: `Score ${fixed(scores.score)} (${fixed(scores.verifiedScore)} verified, ${fixed(scores.attestedScore)} attested).`;
	return [
		bold(marked('Summary', document), options),
		...wrap(
			`${total} controls: ${pass} pass, ${fail} fail, ${unknown} unknown, ${manual} by hand, ${none} n/a.${waived === 0 ? '' : ` ${waived} of them waived.`}`,
			width,
			0,
		),
		...wrap(`${score} Decided ${decided} of ${of} rules.`, width, 0),
	];
}

function fixed(value: number | null): string {
	return (value ?? 0).toFixed(2);
}
