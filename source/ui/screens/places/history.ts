import type {Change} from '../../../types/change.ts';
import {columnRight, justify, sentenceColumn} from '../../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../../lines/line.ts';
import {statusMark, statusSymbol} from '../../lines/marks.ts';
import {relativeTime} from '../../lines/relative-time.ts';
import {sparkline} from '../../lines/sparkline.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {figuresBetween, type Moved, movedBetween, type Restated, restatedBetween} from '../../state/moved.ts';
import {type HistoryRow, historyRows} from '../../state/places/history-rows.ts';
import {type Assessed, type HistoryScreen, isMarked} from '../../state/places.ts';
import type {Frame} from '../frame.ts';
import {lastPart, paneWidths} from '../lay-out.ts';
import {capital} from './capital.ts';
import {otherPolicyLines} from './other-policy.ts';
import {placeHeading} from './place-heading.ts';

const whenWidth = 16;
const levelWidth = 4;
const scoreWidth = 7;
const decidedWidth = 10;

/** Assessments over time with what moved, then the changes made from here. */
export function historyFrame(state: AppState, open: Open, screen: HistoryScreen): Frame {
	const widths = paneWidths(state.columns);
	const rows = historyRows(state, open);
	const body: Line[] = [];
	let focus = 0;
	for (const [index, row] of rows.entries()) {
		if (row.kind === 'change' && rows[index - 1]?.kind !== 'change') {
			body.push(...(index === 0 ? [] : [blank]), [{text: ' Changes made from here', bold: true}]);
		}

		const isSelected = index === screen.row;
		focus = isSelected ? body.length : focus;
		const pointer: Span = {text: isSelected ? ' ❯ ' : '   ', tone: 'accent'};
		body.push(
			row.kind === 'assessment'
				? assessmentLine(row, {
						state,
						pointer,
						isSelected,
						isMarked: isMarked(screen, row.assessed),
						width: widths.list,
					})
				: changeLine(row, {state, pointer, isSelected, width: widths.list}),
		);
	}

	const selected = rows[screen.row];
	return {
		heading: [
			...placeHeading(state, open, 'History', chart(rows, Math.max(state.columns - 40, 8))),
			...(state.rows < 30 ? [] : [blank]),
			[
				dim(
					`   ${sentenceColumn('assessed', whenWidth)}${' '.repeat(levelWidth)}${columnRight('score', scoreWidth)}${columnRight('decided', decidedWidth)}   moved`,
				),
			],
		],
		body: rows.length === 0 ? [[dim('   No assessment is recorded yet.')]] : body,
		view: {kind: 'focus', from: focus, to: focus + 1},
		detail:
			selected === undefined
				? [blank]
				: lastPart(
						selected.kind === 'assessment'
							? assessmentDetail(selected, state, widths.detail)
							: changeDetail(selected, state, widths.detail),
						screen.past,
					),
		cursor: null,
	};
}

function chart(rows: readonly HistoryRow[], room: number): Line {
	const scores = rows.flatMap(row => (row.kind === 'assessment' ? [row.assessed.score] : [])).toReversed();
	return scores.length < 2 ? [] : [dim('   score '), {text: sparkline(scores, room)}];
}

type Place = {
	readonly state: AppState;
	readonly pointer: Span;
	readonly isSelected: boolean;
	readonly width: number;
};

function assessmentLine(
	{assessed, before}: Extract<HistoryRow, {kind: 'assessment'}>,
	{state, pointer, isSelected, isMarked, width}: Place & {readonly isMarked: boolean},
): Line {
	const left: Line = [
		isMarked ? {text: isSelected ? ' ❯●' : '  ●', tone: 'accent'} : pointer,
		{
			text: sentenceColumn(whenOf(assessed.at, state.now), whenWidth),
			...(isSelected ? {tone: 'accent', bold: true} : {}),
		},
		dim(sentenceColumn(assessed.level, levelWidth)),
		{text: columnRight(assessed.score === null ? '–' : assessed.score.toFixed(2), scoreWidth)},
		{text: columnRight(`${assessed.decided} of ${assessed.of}`, decidedWidth)},
		{text: '   '},
	];
	const moved: Line =
		before === null
			? [dim('the first')]
			: movedShort(movedBetween(before, assessed), lesserMoves(before, assessed));
	return justify([...left, ...moved], [], width);
}

/** What moved where no verdict of a control did: figures, else reasons. */
function lesserMoves(before: Assessed, after: Assessed): string {
	const score = (after.score ?? 0) - (before.score ?? 0);
	if (score !== 0) {
		return `score ${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(2)}`;
	}

	const restated = restatedBetween(before, after).map(({id}) => id);
	const [figure] = figuresBetween(before, after);
	return figure ?? (restated.length > 0 ? `why: ${restated.join(', ')}` : 'nothing');
}

function movedShort(moved: readonly Moved[], lesser: string): Line {
	return moved.length === 0
		? [dim(lesser)]
		: moved.flatMap(
				({id, from, to}, index): Line => [
					{text: `${index === 0 ? '' : '  '}${id} `},
					markOf(from),
					dim('→'),
					markOf(to),
				],
			);
}

function markOf(status: Moved['from']): Span {
	return status === null ? dim('·') : statusSymbol(status);
}

/** When an assessment was; `now` for how it stands. */
export function whenOf(at: string | null, now: Date): string {
	return at === null ? 'now' : relativeTime(new Date(at), now);
}

function assessmentDetail(
	{assessed, before}: Extract<HistoryRow, {kind: 'assessment'}>,
	state: AppState,
	width: number,
): readonly Line[] {
	const moved = before === null ? [] : movedBetween(before, assessed);
	const date =
		assessed.at === null ? 'How it stands now' : `${assessed.at.slice(0, 16).replace('T', ' ')} UTC`;
	const kept =
		assessed.facts === undefined && assessed.at !== null ? 'What was read then was not kept.' : null;
	return [
		[{text: ` ${date}`, bold: true}, dim(`   level ${assessed.level}`)],
		...(before === null
			? [[{text: ' The first assessment of this session.'}]]
			: moved.length === 0
				? [[{text: ' No verdict moved since the one before.'}]]
				: moved.map(each => movedLine(each, state))),
		...(before === null
			? []
			: [
					...otherPolicyLines(before, assessed, width),
					...figuresBetween(before, assessed).flatMap(words => paragraph(capital(words), width, {indent: 1})),
					...restatedBetween(before, assessed).flatMap(each => restatedLines(each, width)),
				]),
		...(kept === null ? [] : paragraph(kept, width, {indent: 1, style: {tone: 'dim'}})),
	];
}

/** `3.1 Service accounts   ✖ fail → ✔ pass`. */
export function movedLine({id, from, to}: Moved, state: Pick<AppState, 'controls'>): Line {
	const title = state.controls.find(control => control.id === id)?.shortTitle ?? '';
	const words = (status: Moved['from']): Span => (status === null ? dim('not assessed') : statusMark(status));
	return [{text: ` ${sentenceColumn(`${id} ${title}`, 26)}`}, words(from), dim(' → '), words(to)];
}

/** `2.1  6 of 13 are Owner or Admin → 4 of 13 are Owner or Admin`. */
export function restatedLines({id, from, to}: Restated, width: number): readonly Line[] {
	return paragraph(`${from} → ${to}`, width, {indent: 6, lead: {text: ` ${id}`}, style: {tone: 'dim'}});
}

function changeLine(
	{change, why}: Extract<HistoryRow, {kind: 'change'}>,
	{state, pointer, isSelected, width}: Place,
): Line {
	const ending: Span =
		why === null
			? {text: 'u takes it back'}
			: change.outcome === null || change.outcome === 'unknown'
				? {text: 'end not known', tone: 'warn'}
				: dim(why);
	return justify(
		[
			pointer,
			{
				text: sentenceColumn(relativeTime(new Date(change.at), state.now), whenWidth),
				...(isSelected ? {tone: 'accent', bold: true} : {}),
			},
			{text: describe(change)},
		],
		[ending],
		width,
	);
}

/** What was done; for a change that was not made, or of which nobody knows, what was meant. */
function describe({undoes, resource, fix, outcome}: Change): string {
	const [done, meant] = undoes === null ? verbs[fix] : ['took back', 'take back'];
	return `${outcome === 'applied' ? done : meant} ${resource.name}`;
}

const verbs: {readonly [Name in Change['fix']]: readonly [done: string, meant: string]} = {
	'classify-property': ['classified', 'classify'],
};

function changeDetail(
	{change, why}: Extract<HistoryRow, {kind: 'change'}>,
	{now}: AppState,
	width: number,
): readonly Line[] {
	return [
		...paragraph(describe(change), width, {indent: 1, style: {bold: true}}),
		...paragraph(`${change.by}, ${relativeTime(new Date(change.at), now)}, for ${change.control}`, width, {
			indent: 1,
		}),
		...Object.keys(change.desired).map(
			(name): Line => [
				{text: `   ${name}: ${String(change.before[name] ?? '–')} → ${String(change.desired[name])}`},
			],
		),
		...(change.detail === null ? [] : paragraph(change.detail, width, {indent: 1})),
		...paragraph(
			why === null
				? 'u takes it back, with a preview first.'
				: change.outcome === 'applied'
					? `Not to be taken back: ${why}.`
					: `Nothing to take back: ${why}.`,
			width,
			{
				indent: 1,
			},
		),
		...paragraph(`${change.request.method} ${change.request.path}`, width, {
			indent: 1,
			style: {tone: 'dim'},
		}),
	];
}
