import type {Change} from '../../assessment/standing.ts';
import {justify, lineWidth, widthOf} from '../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import {paragraph} from '../lines/wrap.ts';
import type {Open} from '../state/app-state.ts';
import type {News} from '../state/places/news.ts';
import {signs} from './difference-signs.ts';
import {spinner} from './spinner.ts';
import {waitSentence} from './wait-words.ts';

type Drawing = {readonly now: Date; readonly turn: number; readonly width: number};

/** What is new, part by part; a part with nothing in it is left out, and one sentence says that all are. */
export function newsSections(news: News, open: Open, drawing: Drawing): readonly Line[] {
	const parts: readonly (readonly [string, readonly Line[]])[] = [
		['Changed at Mixpanel', changed(news, open, drawing)],
		['Became due', due(news, drawing)],
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

function due({due: words, expiring}: News, {now, width}: Drawing): readonly Line[] {
	return [
		...words
			.filter(({overdue}) => overdue)
			.flatMap(({title, control, on}) =>
				entry({text: '○', tone: 'info'}, title, `${control}  ${since(on, now)}`, width),
			),
		...expiring
			.filter(({overdue}) => overdue)
			.flatMap(({kind, subject, owner, on}) =>
				entry(
					{text: '○', tone: 'info'},
					`The ${kind} of ${owner} on ${subject} ran out`,
					since(on, now),
					width,
				),
			),
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
		? {text: `over since ${until}, look again`, tone: 'warn'}
		: dim(`look again ${relativeTime(new Date(until), now)}`);
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
		: [...rows, justify(blank, [right], width)];
}
