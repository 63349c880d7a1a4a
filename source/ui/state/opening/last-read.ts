import {relativeTime} from '../../lines/relative-time.ts';
import type {AppState, Open} from '../app-state.ts';

/** How long ago what the verdicts rest on was read, where nothing was read now: `3 days ago`; null where it was. */
export function lastRead({reading}: Pick<Open, 'reading'>, {now}: Pick<AppState, 'now'>): string | null {
	return reading.kind === 'last_known' ? relativeTime(reading.at, now) : null;
}
