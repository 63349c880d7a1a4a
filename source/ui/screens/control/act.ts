import type {Click} from '../../../types/control.ts';
import {columnRight} from '../../lines/fit.ts';
import {blank, dim, type Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import {clicksOf} from '../../state/selection.ts';
import type {Frame} from '../frame.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {fillTemplate} from './fill-template.ts';

/** Stage Act: the exact clicks as a checklist; the selected one shows where, what to enter, what follows and how to undo it. */
export function actFrame(state: AppState, shown: Shown): Frame {
	const {control, screen} = shown;
	const width = Math.min(state.columns - 2, 96);
	const clicks = clicksOf(control);
	const body: Line[] = [];
	let focus = {from: 0, to: 1};
	let number = 0;
	for (const group of control.clickGroups) {
		body.push(...(number === 0 ? [] : [blank]), [{text: ` ${group.title}`, bold: true}]);
		if (group.appliesWhen !== null) {
			body.push(...paragraph(group.appliesWhen, width, {indent: 3, style: {tone: 'dim'}}));
		}

		for (const click of group.clicks) {
			const selected = number === screen.row;
			const from = body.length;
			body.push(...clickLines(state, click, {number: number + 1, selected, width}));
			focus = selected ? {from, to: body.length} : focus;
			number += 1;
		}
	}

	const done = clicks.filter(click => state.open?.session.ticked.has(click.id) === true).length;
	const current = clicks[screen.row];
	return {
		heading: [
			...controlHeading(state, shown),
			[
				dim(` ${done} of ${clicks.length} ticked`),
				...(current === undefined
					? []
					: [
							dim(
								` · Role: ${current.role}${current.plan === null ? '' : ` · Plan: ${planNames[current.plan]}`}`,
							),
						]),
			],
		],
		body,
		view: {kind: 'focus', ...focus, past: screen.past},
		detail: [],
		cursor: null,
	};
}

const planNames = {growth: 'Growth or higher', enterprise: 'Enterprise'};

function clickLines(
	state: AppState,
	click: Click,
	place: {readonly number: number; readonly selected: boolean; readonly width: number},
): readonly Line[] {
	const done = state.open?.session.ticked.has(click.id) === true;
	const {width, selected} = place;
	const lead = {
		text: `${selected ? ' ❯' : '  '} ${done ? '✔' : '○'} ${columnRight(String(place.number), 2)}  `,
		tone: selected ? 'accent' : done ? 'good' : 'plain',
	} as const;
	const action = paragraph(click.action, width, {
		indent: 9,
		lead,
		style: selected ? {bold: true} : done ? {tone: 'dim'} : {},
	});
	if (!selected) {
		return action;
	}

	const wanted: readonly (readonly [string, string | null])[] = [
		['Where', click.path.length === 0 ? null : click.path.join(' → ')],
		['Label', click.label],
		...click.values.map((value): readonly [string, string] => [
			value.label,
			fillTemplate(value.template, state),
		]),
		['Page', click.url],
		['Watch out', click.sideEffect],
		['Seen when', click.seenWhen],
		['Undo', click.undo],
		['Also called', click.alsoCalled.length === 0 ? null : click.alsoCalled.join(', ')],
	];
	return [
		...action,
		...(click.lockOut
			? paragraph(
					'A mistake here can lock people out: read “What can lock people out” in Learn first.',
					width,
					{indent: 9, style: {tone: 'warn'}},
				)
			: []),
		...wanted.flatMap(([label, content]) => (content === null ? [] : detailLines(label, content, width))),
	];
}

function detailLines(label: string, content: string, width: number): readonly Line[] {
	const long = label.length > 12;
	return long
		? [[dim(`         ${label}`)], ...paragraph(content, width, {indent: 11})]
		: paragraph(content, width, {indent: 23, lead: dim(`         ${label}`)});
}
