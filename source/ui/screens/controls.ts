import {decidedWords} from '../../assessment/decided-words.ts';
import {waitsOf} from '../../assessment/waits.ts';
import type {ControlResult} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import {column, columnRight, fitEnd, justify, sentenceColumn, widthOf} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {statusMark, statusSymbol, waivedMark, waivedWithin} from '../lines/marks.ts';
import {sparkline} from '../lines/sparkline.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import {isBeingRead} from '../state/is-being-read.ts';
import {complianceRow, controlsInOrder, extrasRow, selectedControlRow} from '../state/list/control-rows.ts';
import {policyWords} from '../state/places/policy-news.ts';
import {badge} from './badge.ts';
import {controlDetail} from './control-detail.ts';
import {aboutHint, nextLines} from './controls-next.ts';
import type {Frame} from './frame.ts';
import {paneWidths, wideColumns} from './lay-out.ts';
import {outsideWords} from './outside-words.ts';
import {readingLine} from './reading-line.ts';
import {reasonSpans} from './reason-spans.ts';
import {spinner} from './spinner.ts';
import {waitsSpan} from './wait-words.ts';
import {waiverOver} from './waiver-over.ts';

/** From this width of the list on its times are shown. */
const withTime = 72;

/** From this width on the level is called one, unless the course of the score takes its room. */
const roomForWords = 76;

/** From this height on there is a line for what the policy sets. */
const roomForPolicy = 26;

/** The list of controls under the guide's sections, with their verdicts as they arrive. */
export function controlsFrame(state: AppState): Frame {
	const {open} = state;
	if (open === null) {
		return {heading: [], body: [], view: {kind: 'scroll', from: 0}, detail: [], cursor: null};
	}

	const selected = selectedControlRow(state);
	const body: Line[] = [];
	let focus = 0;
	let section = '';
	const names = new Map<number, string>();
	const controls = controlsInOrder(state);
	const width = paneWidths(state.columns).list;
	for (const [index, control] of controls.entries()) {
		if (state.sorted === null && control.section !== section) {
			section = control.section;
			const title = [{text: ` ${control.id.split('.')[0] ?? ''} ${section}`, bold: true}];
			body.push(index === 0 ? justify(title, estimateSpan(width), width) : title);
		}

		if (index === selected) {
			focus = body.length;
		}

		names.set(body.length, control.id);
		body.push(controlLine(state, open, control, {selected: index === selected, width}));
	}

	focus = selected < complianceRow(state) ? focus : body.length + selected - complianceRow(state);
	names.set(body.length, '5').set(body.length + 1, '+');
	body.push(complianceLine(selected === complianceRow(state)), extrasLine(selected === extrasRow(state)));
	const heading: readonly Line[] = [
		justify(
			[{text: ` ${fitLabel(open.label, state.columns - 14)}`, bold: true}],
			[badge(open.target)],
			state.columns - 1,
		),
		justify(standing(state, open), [readingLine(open, state)], state.columns - 1),
		...policyLine(state),
		...(state.sorted === null
			? []
			: [
					justify(
						[dim(' Quick wins first · s sorts by the guide’s numbers again')],
						estimateSpan(width),
						width,
					),
				]),
		...(open.readOnly === null
			? []
			: paragraph(open.readOnly, state.columns - 2, {indent: 1, style: {tone: 'warn'}}).slice(0, 2)),
	];
	const next = nextLines(state, open, width);
	const hint = aboutHint(open);
	// Below the list where all of it is in sight; else at the foot, so that what is next never scrolls away.
	const isWhole = heading.length + 1 + body.length + 1 + next.length + 2 < state.rows;
	return {
		heading,
		...(isWhole || next.length === 0 ? {body: [...body, blank, ...next]} : {body, foot: [blank, ...next]}),
		names: body.map((_, index) => names.get(index) ?? ''),
		...(hint === null ? {} : {hint: dim(` ${fitEnd(hint, state.columns - 2)}`)}),
		view: {kind: 'focus', from: focus, to: focus + 1},
		detail: state.columns < wideColumns ? [] : controlDetail(state, open, controls[selected] ?? null),
		cursor: null,
	};
}

function standing({columns, policyRecord}: AppState, open: Open): Line {
	const {summary, progress, profile} = open.assessment;
	const scores = open.session.assessments.map(({score}) => score);
	const hasCourse = scores.length > 1 && columns >= (policyRecord === null ? 78 : 90);
	const [level, gap] = columns < (hasCourse ? 100 : roomForWords) ? ['', '  '] : ['Level ', '   '];
	return [
		{
			text: ` ${level}${profile}${policyRecord === null ? '' : ' · policy'}${gap}${decidedWords(progress)}${gap}score `,
		},
		{text: summary.score === null ? '–' : summary.score.toFixed(2)},
		...(hasCourse ? [{text: `  ${sparkline(scores, Math.min(columns - 72, 24))}`}] : []),
	];
}

/** What the policy sets; on a low screen the rows are worth more, and one word above says that there is one. */
function policyLine(state: AppState): readonly Line[] {
	const words = state.rows < roomForPolicy ? null : policyWords(state);
	return words === null ? [] : [[dim(` ${fitLabel(words, state.columns - 3)}`)]];
}

/** Whose figures the times are, over their column. */
function estimateSpan(width: number): Line {
	return width < withTime ? [] : [dim('~ our estimate')];
}

function controlLine(
	state: AppState,
	open: Open,
	control: Control,
	{selected, width}: {readonly selected: boolean; readonly width: number},
): Line {
	const result = open.assessment.controls.find(candidate => candidate.id === control.id);
	const titleWidth = 20;
	const statusWidth = width < withTime ? 10 : 11;
	const timeWidth = width < withTime ? 0 : 10;
	const levelWidth = open.assessment.profile === 'L1' ? 1 : 4;
	const reasonWidth = Math.max(width - 3 - 4 - titleWidth - levelWidth - statusWidth - timeWidth - 1, 8);
	const time = `${control.time.source === 'guide' ? '' : '~'}${control.time.text}`;
	return [
		{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
		{text: column(control.id, 4)},
		{text: column(control.shortTitle, titleWidth), ...(selected ? {tone: 'accent', bold: true} : {})},
		dim(column(control.level === 'L1' || levelWidth < 4 ? '' : control.level, levelWidth)),
		...verdict(state, open, control, result, statusWidth, reasonWidth),
		dim(timeWidth === 0 ? '' : ` ${columnRight(time, timeWidth)}`),
	];
}

function verdict(
	state: AppState,
	open: Open,
	control: Control,
	result: ControlResult | undefined,
	statusWidth: number,
	reasonWidth: number,
): Line {
	if (result === undefined) {
		return [];
	}

	if (!result.inProfile) {
		return [dim(column(outsideWords(result, open), statusWidth + reasonWidth))];
	}

	if (isBeingRead(control.rules, open)) {
		return [spinner(state.turn), dim(column(' reading', statusWidth - 1 + reasonWidth))];
	}

	const mark = statusMark(result.status);
	const status = {...mark, text: column(mark.text, statusWidth)};
	const room = result.status === 'fail' ? reasonWidth : statusWidth + reasonWidth;
	const waits = waitsSpan(waitsOf(result.id, open.session.parked), state.now, room);
	if (waits === null || result.status === 'pass' || result.status === 'not_applicable') {
		return (
			narrowWaiver(result, state.now, statusWidth, reasonWidth) ?? [
				status,
				...reasonSpans(result, open, reasonWidth, state.now),
			]
		);
	}

	// What fails says so, whatever waits beside it.
	const words = {...waits, text: sentenceColumn(waits.text, room)};
	return result.status === 'fail' ? [status, words] : [words];
}

/** A waiver whose day has no room beside the word of the verdict stands in place of that word; null for none such. */
function narrowWaiver(
	result: ControlResult,
	now: Date,
	statusWidth: number,
	reasonWidth: number,
): Line | null {
	const waiver = waiverOver(result);
	if (waiver === null || widthOf(waivedMark(waiver).text) <= reasonWidth) {
		return null;
	}

	const width = statusWidth + reasonWidth - 1;
	const words = waivedWithin(waiver, now, width - 1);
	return [statusSymbol(result.status), {...words, text: sentenceColumn(` ${words.text}`, width)}];
}

function complianceLine(selected: boolean): Line {
	return [
		{text: selected ? ' ❯ ' : ' ', tone: 'accent'},
		{text: '5 Compliance quick reference', bold: true, ...(selected ? {tone: 'accent'} : {})},
		dim('   SOC 2 · NIST 800-53 · CIS'),
	];
}

function extrasLine(selected: boolean): Line {
	return [
		{text: selected ? ' ❯ ' : ' ', tone: 'accent'},
		{text: '+ Beyond the guide', bold: true, ...(selected ? {tone: 'accent'} : {})},
		dim('   advice, never scored'),
	];
}
