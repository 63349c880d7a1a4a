import {count} from '../../controls/rule-kinds/count.ts';
import {dim, type Span} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import type {AppState, Open} from '../state/app-state.ts';
import {spinner} from './spinner.ts';

/** How the reading stands, for the right end of a heading. */
export function readingLine(open: Open, state: Pick<AppState, 'now' | 'turn' | 'columns'>): Span {
	const {now, turn} = state;
	const {reading} = open;
	switch (reading.kind) {
		case 'never': {
			return dim(open.target.kind === 'byHand' ? 'nothing is read' : 'not read yet');
		}

		case 'under_way': {
			const progress =
				reading.waiting ?? (reading.total === 0 ? 'reading' : `reading ${reading.done} of ${reading.total}`);
			return dim(`${spinner(turn).text} ${progress}`);
		}

		case 'finished': {
			const calls = state.columns < 76 ? '' : ` in ${count(reading.requests, 'call')}`;
			return dim(`read ${relativeTime(reading.at, now)}${calls}`);
		}

		case 'last_known': {
			return {text: `as last read ${relativeTime(reading.at, now)}`, tone: 'warn'};
		}

		case 'failed': {
			return {text: 'not all was read', tone: 'warn'};
		}
	}
}
