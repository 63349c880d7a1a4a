import {extraGroups} from '../../../report/extra-groups.ts';
import type {Extra} from '../../../types/guide.ts';
import {columnRight, fitEnd, sentenceColumn, widthOf} from '../../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import type {ExtrasScreen} from '../../state/places.ts';
import type {Frame} from '../frame.ts';
import {lastPart, paneWidths} from '../lay-out.ts';
import {placeHeading} from './place-heading.ts';

const widestPlan = 24;

/** Advice beyond the guide, by what it protects. It has no verdicts: nothing of it is scored. */
export function extrasFrame(state: AppState, open: Open, screen: ExtrasScreen): Frame {
	const widths = paneWidths(state.columns);
	const groups = extraGroups(state.reference);
	const all = groups.flatMap(({extras}) => extras);
	const planWidth = Math.min(
		Math.max(...all.map(({plan}) => widthOf(plan ?? '')), 0),
		state.columns < 76 ? 16 : widestPlan,
	);
	const body: Line[] = [];
	let focus = 0;
	let index = 0;
	for (const {title, extras} of groups) {
		body.push(...(body.length === 0 ? [] : [blank]), [{text: ` ${title}`, bold: true}]);
		for (const extra of extras) {
			focus = index === screen.row ? body.length : focus;
			body.push(extraLine(extra, index === screen.row, widths.list, planWidth));
			index += 1;
		}
	}

	const selected = all[screen.row];
	return {
		heading: placeHeading(state, open, 'Beyond the guide', [dim('   advice, never scored')]),
		body,
		view: {kind: 'focus', from: focus, to: focus + 1},
		detail: selected === undefined ? [blank] : lastPart(extraDetail(selected, widths.detail), screen.past),
		cursor: null,
	};
}

function extraLine({title, plan}: Extra, isSelected: boolean, width: number, planWidth: number): Line {
	const accent: Omit<Span, 'text'> = isSelected ? {tone: 'accent', bold: true} : {};
	return [
		{text: isSelected ? ' ❯ ' : '   ', tone: 'accent'},
		...(plan === null
			? [{text: fitEnd(title, Math.max(width - 4, 12)), ...accent}]
			: [
					{text: sentenceColumn(title, Math.max(width - 3 - planWidth - 3, 12)), ...accent},
					dim(`  ${columnRight(plan, planWidth)}`),
				]),
	];
}

function extraDetail({id, title, where, plan, why}: Extra, width: number): readonly Line[] {
	return [
		...paragraph(title, width, {indent: 1, style: {bold: true}}),
		...labelled('Why', why, width),
		...labelled('Where', where, width),
		...labelled('Plan', plan ?? 'every plan', width),
		...paragraph(`${id}, the number of this advice in the guide of this program`, width, {
			indent: 8,
			lead: dim(' Id'),
			style: {tone: 'dim'},
		}),
	];
}

function labelled(label: string, content: string, width: number): readonly Line[] {
	return paragraph(content, width, {indent: 8, lead: dim(` ${label}`)});
}
