import type {RuleResult} from '../../../types/assessment.ts';
import type {Evidence} from '../../../types/facts.ts';
import type {Grade} from '../../../types/verdict.ts';
import {acceptedWords} from '../../lines/accepted-words.ts';
import {column, columnRight, fitMiddle, sentenceColumn, widthOf} from '../../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../../lines/line.ts';
import {ruleBasisMark, statusMark, waivedMark} from '../../lines/marks.ts';
import {quotedWord} from '../../lines/quoted-word.ts';
import {relativeTime} from '../../lines/relative-time.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import {isBeingRead} from '../../state/is-being-read.ts';
import {lastRead} from '../../state/opening/last-read.ts';
import type {Frame} from '../frame.ts';
import {lastPart, paneWidths} from '../lay-out.ts';
import {spinner} from '../spinner.ts';
import {afterClicksLines} from './after-clicks-lines.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {nearMissLines} from './near-miss-lines.ts';
import {nextWords, openWords} from './open-words.ts';
import {policyLines} from './policy-lines.ts';
import {ruleTitle} from './rule-title.ts';
import {stageLine} from './stage-words.ts';

const statusWidth = 11;

/** Columns for how a rule is known, `waived until 2027-02-22` the longest of them but a name; and before it. */
const mostBasis = 23;
const gap = 2;

/** From this width of the list on the day a waiver ends stands in it. */
const withDay = 72;

/** Stage Check: each rule with its verdict, and below the evidence of the selected one. */
export function checkFrame(state: AppState, shown: Shown): Frame {
	const {screen, result} = shown;
	const widths = paneWidths(state.columns);
	const rule = result.rules[screen.row];
	const bases = result.rules.map(candidate => widthOf(standing(state, candidate, widths.list).text));
	const basisWidth = Math.min(Math.max(...bases, 0), mostBasis) + gap;
	return {
		heading: controlHeading(state, shown),
		lead: stageLine(state, shown),
		body: result.rules.map((candidate, index) =>
			ruleLine(state, shown, candidate, {selected: index === screen.row, width: widths.list, basisWidth}),
		),
		view: {kind: 'focus', from: screen.row, to: screen.row + 1},
		detail:
			rule === undefined ? [blank] : lastPart(ruleDetail(state, shown, rule, widths.detail), screen.past),
		cursor: null,
	};
}

function ruleLine(
	state: AppState,
	shown: Shown,
	rule: RuleResult,
	place: {readonly selected: boolean; readonly width: number; readonly basisWidth: number},
): Line {
	const {selected, width, basisWidth} = place;
	const basis = standing(state, rule, width);
	const {open} = state;
	const known = shown.control.rules.filter(candidate => candidate.id === rule.id);
	const mark = statusMark(rule.status);
	const status: Span =
		open !== null && isBeingRead(known, open)
			? dim(column(`${spinner(state.turn).text} reading`, statusWidth))
			: {...mark, text: column(mark.text, statusWidth)};
	const advice = rule.required ? '' : '  advice';
	const titleWidth = Math.max(width - 3 - statusWidth - basisWidth - advice.length, 12);
	return [
		{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
		status,
		{
			text: sentenceColumn(ruleTitle(shown, rule), titleWidth),
			...(selected ? {tone: 'accent', bold: true} : {}),
		},
		dim(advice),
		{...basis, text: columnRight(basis.text, basisWidth)},
	];
}

/** What is known of one rule, and how: reason, question, expected beside actual, evidence. */
export function ruleDetail(state: AppState, shown: Shown, rule: RuleResult, width: number): readonly Line[] {
	const question = shown.control.rules.find(candidate => candidate.id === rule.id)?.question ?? '';
	const asks = rule.status === 'manual' || rule.status === 'unknown';
	const attestation = state.open?.session.attestations.findLast(candidate => candidate.rule === rule.id);
	const quoted = attestation?.seen;
	/** What only repeats the words quoted above it. */
	const isSaid = (words: string): boolean =>
		quoted !== undefined && rule.basis === 'attested' && words.endsWith(`: ${quoted}`);
	/** The list of Gap shows it whole. */
	const standsInList =
		shown.screen.stage === 'gap' &&
		rule.status !== 'manual' &&
		rule.basis !== 'attested' &&
		openWords(rule) === null;
	const evidence = askedOnce(rule.evidence).filter(
		({source, detail}) => source !== 'person' || !isSaid(detail),
	);
	return [
		...titleLines(ruleTitle(shown, rule), rule.id, width),
		...paragraph(rule.reason, width, {indent: 1}),
		...(asks ? paragraph(question, width, {indent: 1, style: {tone: 'info'}}) : []),
		...nextLines(rule.reasonCode, width),
		...(rule.waiver === null
			? []
			: paragraph(acceptedWords('Waived', rule.waiver), width, {indent: 1, style: {tone: 'dim'}})),
		...(attestation === undefined
			? []
			: paragraph(quotedWord(attestation), width, {
					indent: 1,
					style: {italic: true},
				})),
		...(asks && rule.evidence.length === 0
			? []
			: [
					...labelled('Expected', rule.expected, width),
					...labelled('Actual', isSaid(rule.actual) || standsInList ? '' : rule.actual, width),
				]),
		...policyLines(state, rule, width),
		...(shown.screen.stage === 'gap'
			? [...afterClicksLines(state, rule.id, width), ...nearMissLines(state, rule, null, width)]
			: []),
		...evidence.flatMap(each => evidenceLines(each, state.now, width)),
	];
}

/** The title with the id of the rule behind it, below it where both do not fit. */
function titleLines(title: string, id: string, width: number): readonly Line[] {
	return widthOf(title) + widthOf(id) + 4 <= width
		? [[{text: ` ${title}`, bold: true}, dim(`  ${id}`)]]
		: [...paragraph(title, width, {indent: 1, style: {bold: true}}), [dim(` ${fitMiddle(id, width - 2)}`)]];
}

/** The key that leads on from why a rule is open. */
function nextLines(reasonCode: RuleResult['reasonCode'], width: number): readonly Line[] {
	const words = nextWords(reasonCode);
	return words === null ? [] : paragraph(words, width, {indent: 1, style: {tone: 'dim'}});
}

function labelled(label: string, content: string, width: number): readonly Line[] {
	return content === '' ? [] : paragraph(content, width, {indent: 11, lead: dim(` ${label}`)});
}

/** How well the endpoint of a read is known, in words that need no explanation. */
const gradeWords: {readonly [Name in Grade]: string} = {
	documented: 'documented',
	provider: 'known from Mixpanel’s Terraform provider',
	inferred: 'our inference',
};

/** Pages of one list, and the kinds of property of one project, are asked for by requests that read the same. */
function askedOnce(evidence: readonly Evidence[]): readonly Evidence[] {
	const requests = new Map(
		evidence.map(each => [`${each.detail}\n${each.outcome}\n${each.grade ?? ''}`, each]),
	);
	const kept = new Set(requests.values());
	return evidence.filter(each => each.source !== 'api' || kept.has(each));
}

function evidenceLines(evidence: Evidence, now: Date, width: number): readonly Line[] {
	const grade = evidence.grade === null ? '' : `, ${gradeWords[evidence.grade]}`;
	const outcome = evidence.outcome === 'ok' ? '' : `, ${evidence.outcome}`;
	return paragraph(`${evidence.detail}  (${seenWhen(evidence, now)}${grade}${outcome})`, width, {
		indent: 11,
		lead: dim(' Evidence'),
		style: {tone: 'dim'},
	});
}

/** How a rule stands besides its verdict: waived, else how it is known. A narrow list leaves the day to the detail. */
function standing(state: AppState, rule: RuleResult, width: number): Span {
	const why = rule.waiver === null ? openWords(rule) : null;
	if (why !== null) {
		return why;
	}

	if (rule.waiver === null) {
		return ruleBasisMark(
			rule,
			attestedBy(state, rule),
			state.open === null ? null : lastRead(state.open, state, rule),
		);
	}

	return width < withDay ? {...waivedMark(rule.waiver), text: 'waived'} : waivedMark(rule.waiver);
}

function attestedBy(state: AppState, rule: RuleResult): string | null {
	return state.open?.session.attestations.findLast(candidate => candidate.rule === rule.id)?.by ?? null;
}

/** A person's word is dated by the day, and an hour of that day would be made up. */
function seenWhen({source, observedAt}: Evidence, now: Date): string {
	return source === 'person' ? observedAt.slice(0, 10) : relativeTime(new Date(observedAt), now);
}
