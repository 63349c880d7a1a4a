import {justify} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import {type News, newsOf} from '../state/news.ts';
import {badge} from './badge.ts';
import type {Frame} from './frame.ts';
import {readingLine} from './reading-line.ts';
import {waitSentence} from './wait-words.ts';

/** What changed at Mixpanel since the last time, what became due, what is in doubt, what waits. A text, scrolled by line. */
export function newsFrame(state: AppState, open: Open, row: number): Frame {
	const news = newsOf(open);
	const width = Math.min(state.columns - 2, 92);
	const since =
		news.since === null
			? 'Nothing was kept of an earlier assessment.'
			: `Last assessment ${relativeTime(new Date(news.since), state.now)}`;
	const parts: readonly (readonly [string, readonly Line[]])[] = [
		['Changed at Mixpanel', changed(news, open, width)],
		['Became due', listed(news.due, '○', width)],
		['In doubt', listed(news.inDoubt, '○', width)],
		['Waiting', news.waiting.flatMap(parked => entry('…', 'dim', waitSentence(parked, state.now), width))],
	];
	const body = parts.flatMap(([title, lines]): readonly Line[] =>
		lines.length === 0 ? [] : [[{text: ` ${title}`, bold: true}], ...lines, blank],
	);
	return {
		heading: [
			justify(
				[{text: ` ${fitLabel(open.label, state.columns - 14)}`, bold: true}],
				[badge(open.target)],
				state.columns - 1,
			),
			justify([dim(` ${since}`)], [readingLine(open, state)], state.columns - 1),
		],
		body: body.length === 0 ? [[{text: ' Nothing has changed, nothing became due, nothing waits.'}]] : body,
		view: {kind: 'scroll', from: row},
		detail: [],
		cursor: null,
	};
}

const signs = {added: '+', gone: '−', changed: '~', not_compared: '?'} as const;

function changed(news: News, open: Open, width: number): readonly Line[] {
	if (open.reading.kind === 'under_way') {
		return [[dim('   is being read')]];
	}

	return news.changed.flatMap(({kind, sentence, controls}) =>
		entry(
			signs[kind],
			kind === 'not_compared' ? 'warn' : 'accent',
			`${sentence}  (${controls.join(', ')})`,
			width,
		),
	);
}

function listed(rules: News['due'], sign: string, width: number): readonly Line[] {
	return rules.flatMap(({control, rule, reason}) =>
		entry(sign, 'info', `${control} ${rule}: ${reason}`, width),
	);
}

function entry(sign: string, tone: NonNullable<Span['tone']>, words: string, width: number): readonly Line[] {
	return paragraph(words, width, {indent: 5, lead: {text: `   ${sign}`, tone}});
}
