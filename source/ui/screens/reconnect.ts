import {justify} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Screen} from '../state/app-state.ts';
import type {Frame} from './frame.ts';

/** A session whose organization cannot be reached for want of a key: the two ways on. */
export function reconnectFrame(state: AppState, {row, session}: Extract<Screen, {kind: 'reconnect'}>): Frame {
	const width = Math.min(state.columns - 2, 78);
	const {label, readAt} = session;
	const age = readAt === null ? null : relativeTime(new Date(readAt), state.now);
	const ways = [
		['Connect again', 'with a service account: it is read anew, and you see what changed'],
		[
			'As last known',
			age === null
				? 'nothing of it was kept; your notes, ticks and answers are there'
				: `read ${age}: notes, steps, answers and reports work; fixes do not`,
		],
	] as const;
	const intro = paragraph(
		'There is no key here to read it with: a secret is never kept in a session.',
		width,
		{indent: 1},
	);
	const lines = ways.map(([title, words], index): readonly Line[] =>
		paragraph(words, width, {
			indent: 18,
			lead: {
				text: `${index === row ? ' ❯ ' : '   '}${title}`,
				...(index === row ? {tone: 'accent', bold: true} : {}),
			},
			style: {tone: 'dim'},
		}),
	);
	const from = intro.length + 1 + (row === 0 ? 0 : (lines[0]?.length ?? 0));
	return {
		heading: [
			justify(
				[{text: ` ${fitLabel(label, state.columns - 22)}`, bold: true}],
				[dim('not connected')],
				state.columns - 1,
			),
		],
		body: [...intro, blank, ...lines.flat()],
		view: {kind: 'focus', from, to: from + (lines[row]?.length ?? 1)},
		detail: [],
		cursor: null,
	};
}
