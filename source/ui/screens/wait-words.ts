import {isOver} from '../../assessment/waits.ts';
import type {Parked} from '../../types/decision.ts';
import {fitMiddle, widthOf} from '../lines/fit.ts';
import type {Span} from '../lines/line.ts';
import {sinceWords} from '../lines/relative-time.ts';

/** Columns below which a name cut in the middle tells nobody anything. */
const leastName = 9;

/**
What of a control waits, soonest first, in the few words of a list; null where nothing does. With little room the number
of others goes first, then a part of the name; how long it waits stays.
*/
export function waitsSpan(
	waits: readonly Parked[],
	now: Date,
	width: number = Number.POSITIVE_INFINITY,
): Span | null {
	const [first] = waits;
	if (first === undefined) {
		return null;
	}

	const more = waits.length === 1 ? '' : `, and ${waits.length - 1} more`;
	const who = first.waitingFor;
	if (isOver(first, now)) {
		const lead = '… look again: ';
		return {
			text: firstThatFits(
				[
					`${lead}the wait for ${who} is over${more}`,
					`${lead}${who}${more}`,
					...named(lead, who, '', width),
					'… look again',
				],
				width,
			),
			tone: 'warn',
		};
	}

	const since = sinceWords(new Date(first.at), now);
	return {
		text: firstThatFits(
			[
				`… waiting for ${who}, ${since}${more}`,
				`… waiting for ${who}, ${since}`,
				...named('… for ', who, `, ${since}`, width),
				`… waiting ${since}`,
			],
			width,
		),
		tone: 'dim',
	};
}

function named(lead: string, who: string, end: string, width: number): readonly string[] {
	const room = width - widthOf(lead) - widthOf(end);
	return room < Math.min(leastName, widthOf(who)) ? [] : [`${lead}${fitMiddle(who, room)}${end}`];
}

function firstThatFits(ways: readonly string[], width: number): string {
	return ways.find(words => widthOf(words) <= width) ?? ways.at(-1) ?? '';
}

/** One wait as a sentence without a full stop. */
export function waitSentence({control, click, what, waitingFor, until}: Parked, now: Date): string {
	const end =
		until === null ? '' : isOver({until}, now) ? `: ${overWords(until, now)}` : `, look again on ${until}`;
	return `${click ?? control} waits for ${waitingFor}${what === '' ? '' : `: ${what}`}${end}`;
}

/** That the day to look again has come: today, or a while ago. */
export function overWords(until: string, now: Date): string {
	const day = until.slice(0, 10);
	return day === now.toISOString().slice(0, 10) ? 'look again today' : `over since ${day}, look again`;
}
