import {justify, lineWidth} from '../../lines/fit.ts';
import {fitLabel} from '../../lines/fit-label.ts';
import {dim, type Line} from '../../lines/line.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {badge} from '../badge.ts';
import {readingLine} from '../reading-line.ts';

/** The top of a place: what it is and whether this is the real thing; below, the organization and how its reading stands. */
export function placeHeading(state: AppState, open: Open, title: string, more: Line = []): readonly Line[] {
	const width = state.columns - 1;
	const reading = readingLine(open, state);
	return [
		justify([{text: ` ${title}`, bold: true}, ...more], [badge(open.target)], width),
		justify([dim(` ${fitLabel(open.label, width - lineWidth([reading]) - 3)}`)], [reading], width),
	];
}
