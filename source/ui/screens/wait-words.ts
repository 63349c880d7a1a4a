import {isOver} from '../../assessment/waits.ts';
import type {Parked} from '../../types/decision.ts';
import type {Span} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';

/** What of a control waits, soonest first, in the few words of a list; null where nothing does. */
export function waitsSpan(waits: readonly Parked[], now: Date): Span | null {
	const [first] = waits;
	if (first === undefined) {
		return null;
	}

	const more = waits.length === 1 ? '' : `, and ${waits.length - 1} more`;
	return isOver(first, now)
		? {text: `… look again: the wait for ${first.waitingFor} is over${more}`, tone: 'warn'}
		: {
				text: `… waiting for ${first.waitingFor}, since ${relativeTime(new Date(first.at), now)}${more}`,
				tone: 'dim',
			};
}

/** One wait as a sentence without a full stop. */
export function waitSentence({control, click, what, waitingFor, until}: Parked, now: Date): string {
	const end =
		until === null
			? ''
			: isOver({until}, now)
				? `: over since ${until}, look again`
				: `, look again on ${until}`;
	return `${click ?? control} waits for ${waitingFor}${what === '' ? '' : `: ${what}`}${end}`;
}
