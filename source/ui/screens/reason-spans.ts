import type {ControlResult} from '../../types/assessment.ts';
import {column, sentenceColumn, widthOf} from '../lines/fit.ts';
import {dim, type Line} from '../lines/line.ts';
import {basisMark, waivedWithin} from '../lines/marks.ts';
import {relativeDay} from '../lines/relative-time.ts';
import type {Open} from '../state/app-state.ts';
import {lastRead} from '../state/opening/last-read.ts';
import {saidBy, saidOn} from './said-by.ts';
import {openBesideWaived, waiverOver} from './waiver-over.ts';

/** Columns in which a part of a reason still says something. */
const leastReason = 12;

/** The reason, and how it is known where there is room; where a person's word carries it, whose and how old. */
export function reasonSpans(result: ControlResult, open: Open, width: number, now: Date): Line {
	const waiver = waiverOver(result);
	if (waiver !== null) {
		const mark = waivedWithin(waiver, now, width);
		const isAlone = widthOf(mark.text) + leastReason > width;
		return [{...mark, text: sentenceColumn(isAlone ? mark.text : `${mark.text} · ${result.reason}`, width)}];
	}

	const left = openBesideWaived(result);
	if (left > 0) {
		return [dim(sentenceColumn(`waived · ${left} open`, width))];
	}

	const basis = basisMark(result.basis, saidBy(result, open.session.attestations), lastRead(open, {now}));
	if (result.basis === 'attested' && result.status === 'pass') {
		const on = saidOn(result, open.session.attestations);
		const age = on === null ? '' : `, ${relativeDay(on, now)}`;
		return [{...basis, text: sentenceColumn(`${basis.text}${age}`, width)}];
	}

	const suffix = basis.text === '' ? '' : ` · ${basis.text}`;
	return widthOf(result.reason + suffix) <= width
		? [{text: result.reason}, dim(column(suffix, width - widthOf(result.reason)))]
		: [{text: sentenceColumn(result.reason, width)}];
}
