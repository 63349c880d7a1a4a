import type {ControlId} from '../../../types/control.ts';

/** What lies over stage Act and has the keys: the rescue sheet of a control, or the values of a click to choose from. */
export type Sheet =
	| {
			readonly kind: 'rescue';
			readonly control: ControlId;
			/** First line in sight. */
			readonly row: number;
	  }
	| {readonly kind: 'values'; readonly row: number};
