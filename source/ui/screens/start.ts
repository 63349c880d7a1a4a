import {fitMiddle, justify, widthOf} from '../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Screen, StartRow} from '../state/app-state.ts';
import type {Frame} from './frame.ts';
import {spinner} from './spinner.ts';

/** The start: what this is, and the ways in. */
export function startFrame(state: AppState, screen: Extract<Screen, {kind: 'start'}>): Frame {
	const width = state.columns - 2;
	const known = state.startRows.some(row => row.kind === 'resume');
	const greeting = known
		? 'Your sessions are kept on this machine. Pick one up where you left it.'
		: 'Nine controls stand between your Mixpanel data and the usual ways it leaks. This wizard reads each one, shows you what is wrong and walks you through mending it.';
	const intro = paragraph(greeting, Math.min(width, 78), {indent: 1});
	const rows = state.startRows.map((row, index) => startLines(row, index === screen.row, state, width));
	const above = rows.slice(0, screen.row).flat().length;
	const promise = paragraph(
		'Nothing is sent anywhere but to Mixpanel. Nothing is changed without asking.',
		width,
		{indent: 1, style: {tone: 'dim'}},
	);
	const opening: readonly Line[] =
		screen.opening === null
			? []
			: [
					blank,
					[{text: ' '}, spinner(state.turn), {text: ` Opening ${screen.opening} …  `}, dim('esc cancels')],
				];
	return {
		heading: [
			justify([{text: ' mixpanel-harden', bold: true}], [dim('Mixpanel Hardening Guide')], state.columns - 1),
		],
		body: [...intro, blank, ...rows.flat(), ...opening, blank, ...promise],
		view: {kind: 'focus', from: intro.length + 1 + above, to: intro.length + 2 + above},
		detail: [],
		cursor: null,
	};
}

const roadWidth = 15;

/** A row of the start: a title with its words beside it, which wrap under themselves. */
function startLines(row: StartRow, selected: boolean, state: AppState, width: number): readonly Line[] {
	const {title, words} = wordsOf(row, state.now);
	const pointer = selected ? ' ❯ ' : '   ';
	const emphasis: Omit<Span, 'text'> = selected ? {tone: 'accent', bold: true} : {};
	if (row.kind === 'resume') {
		const room = Math.min(width, 78);
		// Cut in the middle: the id behind the name is what tells two organizations apart.
		const name = fitMiddle(title, room - widthOf(pointer) - widthOf(words) - 1);
		return [
			justify(
				[
					{text: pointer, tone: 'accent'},
					{text: name, ...emphasis},
				],
				[dim(words)],
				room,
			),
		];
	}

	return paragraph(words, Math.min(width, 78), {
		indent: roadWidth,
		lead: {text: `${pointer}${title}`, ...emphasis},
		style: {tone: 'dim'},
	});
}

function wordsOf(row: StartRow, now: Date): {readonly title: string; readonly words: string} {
	return row.kind === 'resume'
		? {title: `Resume ${row.session.label}`, words: relativeTime(row.session.lastAt, now)}
		: {title: row.title, words: row.text};
}
