import type {ProofStanding} from '../../../assessment/lock-out-standing.ts';
import {planLack} from '../../../assessment/plan-lack.ts';
import {isOver} from '../../../assessment/waits.ts';
import type {Click} from '../../../types/control.ts';
import type {Parked} from '../../../types/decision.ts';
import {columnRight, fitEnd, fitMiddle, justify, lineWidth} from '../../lines/fit.ts';
import {dim, type Line, type Span} from '../../lines/line.ts';
import {relativeTime} from '../../lines/relative-time.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {copiesOf, valuesOf} from '../../state/control/selected-values.ts';
import {proofsOf, waitOf} from '../../state/forms/begin-click-form.ts';
import {valueLines} from './act-values.ts';
import type {Shown} from './control-frame.ts';

/** Columns before the words of a row, and of a detail. */
const lead = 9;
const labelWidth = 13;

/** One click in a single line: done or not, its number, what to do, and what is special about it. */
export function clickRow(
	state: AppState,
	open: Open,
	shown: Shown,
	click: Click,
	place: {readonly number: number; readonly selected: boolean; readonly width: number},
): Line {
	const {number, selected, width} = place;
	const done = open.session.ticked.has(click.id);
	const tag = tagOf(state, open, shown, click);
	const left = mark(click, open, number, selected);
	const words = fitEnd(click.action, Math.max(width - lead - (tag === null ? 0 : tag.text.length + 2), 8));
	return justify(
		[left, {text: words, ...(selected ? {bold: true, tone: 'accent'} : done ? {tone: 'dim'} : {})}],
		tag === null ? [] : [tag],
		width,
	);
}

function mark(click: Click, open: Open, number: number, selected: boolean): Span {
	const done = open.session.ticked.has(click.id);
	const symbol = done ? '✔' : waitOf(click, open) === null ? '○' : '…';
	return {
		text: `${selected ? ' ❯' : '  '} ${symbol} ${columnRight(String(number), 2)}  `,
		tone: selected ? 'accent' : done ? 'good' : 'plain',
	};
}

function tagOf(state: AppState, open: Open, shown: Shown, click: Click): Span | null {
	const wait = waitOf(click, open);
	if (wait !== null) {
		return isOver(wait, state.now)
			? {text: 'look again', tone: 'warn'}
			: dim(`waits for ${fitEnd(wait.waitingFor, 24)}`);
	}

	if (open.session.ticked.has(click.id)) {
		return null;
	}

	const {length} = valuesOf(click, shown.control, state).values;
	return click.lockOut ? {text: 'lock-out risk', tone: 'warn'} : length > 1 ? dim(`${length} values`) : null;
}

/** Everything about a click. With its number it begins as a row of the list does. */
export function clickDetail(
	state: AppState,
	open: Open,
	shown: Shown,
	click: Click,
	width: number,
	number: number | null,
): readonly Line[] {
	const indent = number === null ? 1 : lead;
	const labelled = (
		label: string,
		content: string | null,
		style: Omit<Span, 'text'> = {},
	): readonly Line[] =>
		content === null
			? []
			: paragraph(content, width, {
					indent: indent + labelWidth,
					lead: dim(`${' '.repeat(indent)}${label}`),
					style,
				});
	const wait = waitOf(click, open);
	const seen = open.session.discrepancies.filter(each => each.click === click.id).slice(-2);
	return [
		...paragraph(click.action, width, {
			indent,
			...(number === null ? {} : {lead: mark(click, open, number, true)}),
			style: {bold: true},
		}),
		...(wait === null
			? []
			: labelled('Waits', waitWords(wait, state.now), isOver(wait, state.now) ? {tone: 'warn'} : {})),
		...seen.flatMap(({seen: words, by, at}) =>
			labelled('Differs', `“${words}” — ${by}, ${relativeTime(new Date(at), state.now)}`, {italic: true}),
		),
		...proofLines(click, proofsOf(click, open, state.now), indent, width),
		...labelled('Plan', planLack(click, open.session.profile, shown.control.rules), {tone: 'warn'}),
		...labelled('Where', click.path.length === 0 ? null : click.path.join(' → ')),
		...labelled('Label', click.label),
		...valueLines(
			valuesOf(click, shown.control, state),
			copiesOf(click, shown.control, state).length,
			indent,
			labelWidth,
			width,
		),
		...labelled('Watch out', click.sideEffect, click.lockOut ? {tone: 'warn'} : {}),
		...labelled('Seen when', click.seenWhen),
		...labelled('Undo', click.undo),
		...(number === null && click.url !== null ? [] : pageLines(click, indent, width)),
		...labelled('Also called', click.alsoCalled.length === 0 ? null : click.alsoCalled.join('; '), {
			tone: 'dim',
		}),
	];
}

/** The address in one row, so that a terminal can open it; where no row holds it, cut in its middle. */
function pageLines({url, path}: Click, indent: number, width: number): readonly Line[] {
	const blanks = ' '.repeat(indent);
	if (url === null) {
		return path.length === 0
			? []
			: paragraph('no address of its own: take the menu path', width, {
					indent: indent + labelWidth,
					lead: dim(`${blanks}Page`),
				});
	}

	const label = dim(`${blanks}${'Page'.padEnd(labelWidth)}`);
	if (indent + labelWidth + url.length <= width) {
		return [[label, {text: url}]];
	}

	return url.length + 1 <= width
		? [[dim(`${blanks}Page`)], [{text: ' '.repeat(Math.min(indent + 2, width - url.length))}, {text: url}]]
		: [
				[label, {text: fitMiddle(url, width - indent - labelWidth)}],
				[dim(`${' '.repeat(indent + labelWidth)}y copies it whole`)],
			];
}

function waitWords({waitingFor, what, until, by, at}: Parked, now: Date): string {
	const since = `for ${waitingFor}${what === '' ? '' : `: ${what}`}. Parked ${relativeTime(new Date(at), now)} by ${by}`;
	if (until === null) {
		return `${since}. p takes it up again.`;
	}

	return isOver({until}, now)
		? `The wait is over: ${until} has come. It waited ${since}. p takes it up again, x says what is there.`
		: `${since}; look again on ${until}. p takes it up again.`;
}

/** What should stand before a click that can lock people out, and how each of it stands. */
function proofLines(
	{lockOut}: Click,
	proofs: readonly ProofStanding[],
	indent: number,
	width: number,
): readonly Line[] {
	if (!lockOut) {
		return [];
	}

	const open = proofs.filter(({standing}) => standing.kind === 'open').length;
	const head: Line = [
		{text: ' '.repeat(indent)},
		{text: 'Can lock people out.', tone: 'warn'},
		dim(open === 0 ? ' s shows the rescue sheet.' : ' v: what you made sure of · s: rescue sheet'),
	];
	return [
		lineWidth(head) <= width ? head : head.slice(0, 2),
		...proofs.flatMap(({statement, standing}) =>
			paragraph(`${statement}${proofWords(standing)}`, width, {
				indent: indent + 2,
				lead: {
					text: `${' '.repeat(indent)}${standing.kind === 'open' ? '○' : '✔'}`,
					tone: standing.kind === 'open' ? 'warn' : 'good',
				},
			}),
		),
	];
}

function proofWords(standing: ProofStanding['standing']): string {
	switch (standing.kind) {
		case 'read': {
			return ` Read: ${standing.words}.`;
		}

		case 'found': {
			return ` Found in the log: ${standing.words}.`;
		}

		case 'said':
		case 'assured': {
			return ` Said by ${standing.by}, ${standing.on}.`;
		}

		case 'open': {
			return '';
		}
	}
}
