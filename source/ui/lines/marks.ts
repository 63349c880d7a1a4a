import type {RuleResult} from '../../types/assessment.ts';
import type {Basis, Status} from '../../types/verdict.ts';
import {widthOf} from './fit.ts';
import type {Span, Tone} from './line.ts';

type Mark = {readonly symbol: string; readonly word: string; readonly tone: Tone};

/** Mark, word and tone of each verdict (screens.md, "Language"). */
const marks: {readonly [Name in Status]: Mark} = {
	pass: {symbol: '✔', word: 'pass', tone: 'good'},
	fail: {symbol: '✖', word: 'fail', tone: 'bad'},
	unknown: {symbol: '?', word: 'unknown', tone: 'warn'},
	manual: {symbol: '○', word: 'by hand', tone: 'info'},
	not_applicable: {symbol: '–', word: 'n/a', tone: 'dim'},
};

export function statusSymbol(status: Status): Span {
	return {text: marks[status].symbol, tone: marks[status].tone};
}

/** The word of a verdict: `by hand`. */
export function statusWord(status: Status): string {
	return marks[status].word;
}

/** Mark and word: `✖ fail`. */
export function statusMark(status: Status): Span {
	const mark = marks[status];
	return {text: `${mark.symbol} ${mark.word}`, tone: mark.tone};
}

/**
How a verdict is known: `verified`, `confirmed`, or `said by Ana` (attested; italic, so that the three never look
alike). What was read only earlier says when instead, `lastRead` being how long ago that was.
*/
export function basisMark(basis: Basis | null, saidBy: string | null, lastRead: string | null): Span {
	switch (basis) {
		case 'verified': {
			return lastRead === null ? {text: 'verified'} : {text: `read ${lastRead}`, tone: 'dim'};
		}

		case 'confirmed': {
			return lastRead === null ? {text: 'confirmed'} : {text: `confirmed, read ${lastRead}`, tone: 'dim'};
		}

		case 'attested': {
			return {text: saidBy === null ? 'said' : `said by ${saidBy}`, italic: true, tone: 'dim'};
		}

		case null: {
			return {text: ''};
		}
	}
}

/** How a rule is known: as `basisMark` has it, but for what follows from the answers about the organization. */
export function ruleBasisMark(
	{basis, measured}: Pick<RuleResult, 'basis' | 'measured'>,
	saidBy: string | null,
	lastRead: string | null,
): Span {
	return basis === 'attested' && measured === null
		? {text: 'your answers', tone: 'dim'}
		: basisMark(basis, saidBy, lastRead);
}

/** A gap that somebody accepted for a time; the measured mark stays beside it (screens.md). */
export function waivedMark(waiver: {readonly expires: string}): Span {
	return {text: `waived until ${waiver.expires}`, tone: 'dim'};
}

/** Days before its end from which a waiver says how many are left. */
const soon = 30;

/** The same in as many columns as there are, and in words that call for somebody once it ends soon. */
export function waivedWithin(waiver: {readonly expires: string}, now: Date, width: number): Span {
	const left = Math.round(
		(Date.parse(waiver.expires) - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000,
	);
	const days = left === 0 ? 'ends today' : `${left} ${left === 1 ? 'day' : 'days'}`;
	const whole = waivedMark(waiver);
	if (left <= soon) {
		const ends = left === 0 ? 'waived, ends today' : `waived, ends in ${days}`;
		return {text: widthOf(ends) <= width ? ends : `waived, ${days}`, tone: 'warn'};
	}

	return widthOf(whole.text) <= width ? whole : {...whole, text: `waived, ${days}`};
}
