import type {Target} from '../../types/target.ts';
import type {Span} from '../lines/line.ts';

/** Whether this is the real thing: `LIVE`, `TRAINING` or `BY HAND`, inverse, on every screen of an organization. */
export function badge(target: Target): Span {
	switch (target.kind) {
		case 'live': {
			return {text: ' LIVE ', tone: 'bad', inverse: true, bold: true};
		}

		case 'simulated': {
			return {text: ' TRAINING ', tone: 'good', inverse: true, bold: true};
		}

		case 'byHand': {
			return {text: ' BY HAND ', tone: 'info', inverse: true, bold: true};
		}
	}
}
