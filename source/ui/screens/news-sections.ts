import type {Change} from '../../assessment/standing.ts';
import type {ChangeOutcome} from '../../types/change.ts';
import {justify, lineWidth, widthOf} from '../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import {decisionName} from '../state/picking/decision-name.ts';
import type {News} from '../state/places/news.ts';
import {signs} from './difference-signs.ts';
import {spinner} from './spinner.ts';
import {overWords, waitSentence} from './wait-words.ts';

type Drawing = Pick<AppState, 'now' | 'turn' | 'controls'> & {readonly width: number};

/** What is new, part by part; a part with nothing in it is left out, and one sentence says that all are. */
export function newsSections(news: News, open: Open, drawing: Drawing): readonly Line[] {
	const parts: readonly (readonly [string, readonly Line[]])[] = [
		['Interrupted here', interrupted(open, drawing)],
		['Changed at Mixpanel', changed(news, open, drawing)],
		['Became due', due(news, open, drawing)],
		['In doubt', inDoubt(news, drawing)],
		['Waiting', waiting(news, drawing)],
	];
	const lines = parts.flatMap(([title, part]): readonly Line[] =>
		part.length === 0 ? [] : [blank, [{text: ` ${title}`, bold: true}], ...part],
	);
	return lines.length === 0 ? paragraph(calm(news), drawing.width, {indent: 1}) : lines.slice(1);
}

function calm({changed}: News): string {
	return changed === null
		? 'Nothing became due, nothing is in doubt and nothing waits.'
		: 'Nothing has changed at Mixpanel, nothing became due and nothing waits.';
}

/** Changes whose end nobody knew when the session was left: what reading has shown since, or that nothing could. */
function interrupted({session, found}: Open, {width}: Drawing): readonly Line[] {
	const left = found.lastAt ?? '';
	return session.changes
		.filter(({at, outcome, settledAt}) =>
			outcome === null || outcome === 'unknown' ? true : at <= left && (settledAt ?? '') > left,
		)
		.flatMap(({resource, control, outcome}) => {
			const {sign, words} = endings[outcome ?? 'unknown'];
			return entry(sign, `${resource.name}: ${words}`, control, width);
		});
}

const notDone = {
	sign: {text: '✖', tone: 'bad'},
	words: 'the change was not made, as reading shows. f makes it anew.',
} as const;

const endings: {
	readonly [Name in ChangeOutcome]: {readonly sign: Span; readonly words: string};
} = {
	applied: {sign: {text: '✔', tone: 'good'}, words: 'the change was made, as reading shows.'},
	failed: notDone,
	drifted: notDone,
	not_sent: notDone,
	unknown: {
		sign: {text: '?', tone: 'warn'},
		words: 'not known yet whether the change was made. The next reading of it tells; nothing is sent twice.',
	},
};

function changed(news: News, open: Open, drawing: Drawing): readonly Line[] {
	if (open.reading.kind === 'under_way') {
		return open.before === null
			? []
			: [[{text: '   '}, {...spinner(drawing.turn), tone: 'dim'}, dim(' being read')]];
	}

	return (news.changed ?? []).flatMap(change =>
		entry(
			{text: signs[change.kind], tone: change.kind === 'not_compared' ? 'warn' : 'accent'},
			change.sentence,
			[change.controls.join(', '), outcome(change, open)].filter(part => part !== '').join('  '),
			drawing.width,
		),
	);
}

/** A finding that came, or one that somebody saw to while nobody was at its steps here. */
function outcome({finding, controls}: Change, {session}: Open): string {
	switch (finding) {
		case 'new': {
			return 'new finding';
		}

		case 'gone': {
			const isBegun = [...session.ticked].some(click => controls.some(id => click.startsWith(`${id}.`)));
			return isBegun ? 'fixed' : 'fixed by others';
		}

		case null: {
			return '';
		}
	}
}

function due(
	{due: words, expiring}: News,
	{assessment}: Open,
	{now, controls, width}: Drawing,
): readonly Line[] {
	return [
		...words
			.filter(({overdue}) => overdue)
			.flatMap(({title, control, on}) =>
				entry({text: '○', tone: 'info'}, title, `${control}  ${since(on, now)}`, width),
			),
		...expiring
			.filter(({overdue}) => overdue)
			.flatMap(({kind, subject, resource, owner, on}) => {
				const {control, words: name} = decisionName({subject, resource}, controls, assessment);
				return entry(
					{text: '○', tone: 'info'},
					`${owner}'s ${kind} ran out: ${name}`,
					[control ?? '', since(on, now)].filter(part => part !== '').join('  '),
					width,
				);
			}),
	];
}

/** A word holds to the end of its last day, so what became due did so the day after. */
function since(last: string, now: Date): string {
	return dayWords(Date.parse(last) + dayLength, now);
}

const dayLength = 86_400_000;

/** How long ago a day was, by days: the hour of neither counts. */
function dayWords(day: number, now: Date): string {
	const today = Math.floor(now.getTime() / dayLength) * dayLength;
	switch (today - day) {
		case 0: {
			return 'today';
		}

		case dayLength: {
			return 'yesterday';
		}

		default: {
			return relativeTime(new Date(day), new Date(today));
		}
	}
}

function inDoubt({inDoubt: words}: News, {width}: Drawing): readonly Line[] {
	return words.flatMap(({title, control, reason}) => [
		...entry({text: '○', tone: 'info'}, title, control, width),
		...paragraph(reason, width, {indent: 5, style: {tone: 'dim'}}),
	]);
}

function waiting({waiting: waits}: News, {now, width}: Drawing): readonly Line[] {
	return waits.flatMap(wait =>
		entry({text: '…', tone: 'dim'}, waitSentence({...wait, until: null}, now), waitNote(wait, now), width),
	);
}

function waitNote({passes, overdue, until}: News['waiting'][number], now: Date): Span {
	if (passes !== null) {
		return {text: passes === 'verified' ? 'now verified ✔' : 'passes now ✔', tone: 'good'};
	}

	if (until === null) {
		return dim('');
	}

	return overdue
		? {text: overWords(until, now), tone: 'warn'}
		: dim(`look again ${dayWords(Date.parse(until), now)}`);
}

/**
A sentence behind its sign, with a note flush right. Where both do not fit a row, a note in plain words follows the
sentence in brackets, and a marked one stands below it.
*/
function entry(sign: Span, sentence: string, note: string | Span, width: number): readonly Line[] {
	const right = typeof note === 'string' ? dim(note) : note;
	const lead: Span = {...sign, text: `   ${sign.text}`};
	const rows = paragraph(sentence, width, {indent: 5, lead});
	const [only = blank] = rows;
	if (right.text === '') {
		return rows;
	}

	if (rows.length === 1 && lineWidth(only) + 2 + widthOf(right.text) <= width) {
		return [justify(only, [right], width)];
	}

	return typeof note === 'string'
		? paragraph(`${sentence} (${note.replace('  ', ', ')})`, width, {indent: 5, lead})
		: belowOrBehind(rows, right, width);
}

/** A note behind the last row of a sentence where it has room there, else below it. */
function belowOrBehind(rows: readonly Line[], note: Span, width: number): readonly Line[] {
	const last = rows.at(-1) ?? blank;
	return lineWidth(last) + 2 + widthOf(note.text) <= width
		? [...rows.slice(0, -1), justify(last, [note], width)]
		: [...rows, justify(blank, [note], width)];
}
