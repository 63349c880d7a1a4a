import {dim, type Line} from '../lines/line.ts';
import type {AppState, Screen} from '../state/app-state.ts';
import type {Frame} from './frame.ts';

/** The contents of the guide. */
export function contentsFrame(state: AppState, row: number): Frame {
	return {
		heading: [[{text: ' The guide', bold: true}, dim('   as published, with what has changed since')]],
		body: state.chapters.map(
			(chapter, index): Line => [
				{text: index === row ? ' ❯ ' : '   ', tone: 'accent'},
				{text: chapter.title, ...(index === row ? {tone: 'accent', bold: true} : {})},
			],
		),
		view: {kind: 'focus', from: row, to: row + 1},
		detail: [],
		cursor: null,
	};
}

/** One chapter, scrolled by line. */
export function chapterFrame(state: AppState, screen: Extract<Screen, {kind: 'chapter'}>): Frame {
	const chapter = state.chapters[screen.chapter];
	const lines = chapter?.lines(Math.min(state.columns - 2, 90)) ?? [];
	return {
		heading: [[{text: ` ${chapter?.title ?? 'The guide'}`, bold: true}]],
		body: lines.map(line => [{text: ` ${line}`}]),
		view: {kind: 'scroll', from: screen.row},
		detail: [],
		cursor: null,
	};
}
