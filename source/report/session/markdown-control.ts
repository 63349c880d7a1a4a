import type {Mapping} from '../../types/control.ts';
import type {Parked} from '../../types/decision.ts';
import type {PolicyOverride} from '../../types/policy.ts';
import {waiverLine} from './markdown-decisions.ts';
import {ruleLine, ruleLines} from './markdown-rule.ts';
import {code, prose} from './markdown-text.ts';
import type {ReportControl, ReportRule} from './report-document.ts';
import {frameworkWords, moment, verdictWords} from './report-words.ts';

export type Heading = (level: 1 | 2 | 3 | 4, text: string) => readonly string[];

/** A control with its rules. Those outside the level or the plan are told shortly, but for what people said of them. */
export function controlLines(
	control: ReportControl,
	heading: Heading,
	overrides: readonly PolicyOverride[],
): readonly string[] {
	const {status, basis, reason, inProfile, rules} = control;
	const isShort = (rule: ReportRule): boolean =>
		!isTouched(rule) && (!inProfile || rule.verdict?.reasonCode === 'plan');
	const short = rules.filter(isShort);
	const whole = rules.filter(rule => !isShort(rule));
	return [
		...heading(3, `${control.id} ${prose(control.title)}`),
		`- Status: **${verdictWords(status, basis)}** · ${control.level}${inProfile ? '' : ', not in the level of this assessment'}`,
		...(reason === null || reason === '' ? [] : [`- Why: ${prose(reason)}`]),
		...mappingLine('Mapped by the guide', control.mappings, 'guide'),
		...mappingLine('Suggested beside it', control.mappings, 'suggested'),
		...control.waivers.map(waiverLine),
		...control.parked.map(waitLine),
		...control.discrepancies.map(
			({click, seen, by, at}) =>
				`- Not on the screen at click ${prose(click)}, by ${code(by)} on ${prose(moment(at))}: ${prose(seen)}`,
		),
		...control.notes.map(({text, at}) => `- Note of ${prose(moment(at))}: ${prose(text)}`),
		...(control.ticked.length === 0
			? []
			: [`- Clicks marked as done (no proof of anything): ${control.ticked.map(prose).join(', ')}`]),
		...(short.length === 0 ? [] : ['', ...short.map(ruleLine)]),
		...whole.flatMap(rule => ruleSection(rule, heading, overrides)),
	];
}

function ruleSection(
	rule: ReportRule,
	heading: Heading,
	overrides: readonly PolicyOverride[],
): readonly string[] {
	return [...heading(4, `${code(rule.id)}: ${prose(rule.title)}`), ...ruleLines(rule, overrides)];
}

function isTouched({attestations, waivers, exemptions, register}: ReportRule): boolean {
	return attestations.length + waivers.length + exemptions.length + register.length > 0;
}

function waitLine({waitingFor, what, until, click, by, at}: Parked): string {
	return `- Waiting for ${code(waitingFor)}${click === null ? '' : ` at click ${prose(click)}`}: ${what === '' ? 'not said what for' : prose(what)} · ${until === null ? 'no date' : `until ${prose(until)}`} · parked by ${code(by)} on ${prose(moment(at))}`;
}

function mappingLine(
	label: string,
	mappings: readonly Mapping[],
	origin: Mapping['origin'],
): readonly string[] {
	const ids = mappings
		.filter(mapping => mapping.origin === origin)
		.map(
			({framework, id, fit}) =>
				`${frameworkWords[framework]} ${prose(id)}${fit === null || fit === 'good' ? '' : ` (${fit})`}`,
		);
	return ids.length === 0 ? [] : [`- ${label}: ${ids.join(', ')}`];
}
