import type {ControlId} from '../../../types/control.ts';
import type {EvidenceKind} from '../../../types/evidence-facts.ts';

/** What lies over a control and has the keys: its rescue sheet, the values of a click to choose from, what was found in a file. */
export type Sheet =
	| {
			readonly kind: 'rescue';
			readonly control: ControlId;
			/** First line in sight. */
			readonly row: number;
	  }
	| {readonly kind: 'values'; readonly row: number}
	| {readonly kind: 'imported'; readonly evidence: EvidenceKind; readonly row: number};
