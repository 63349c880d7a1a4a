import {mayDo} from '../../../assessment/may-do.ts';
import type {Click} from '../../../types/control.ts';
import {justify, lineWidth} from '../../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {type ActRow, actRows} from '../../state/control/act-rows.ts';
import {afterClicks} from '../../state/control/still-failing.ts';
import {lastRead} from '../../state/opening/last-read.ts';
import type {Frame} from '../frame.ts';
import {paneWidths, wideColumns} from '../lay-out.ts';
import {clickDetail, clickRow} from './act-click.ts';
import {questionDetail, questionRow} from './act-question.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {stageLine} from './stage-words.ts';

/** The lines of a row in the body: from the first to before the last. */
export type Place = {readonly from: number; readonly to: number};

/** Rows from which on a wide terminal has room for everything about a click beside the list. */
const sideRows = 30;

/** Stage Act: the exact clicks as a checklist that ends in what is seen now; about the selected row everything is said. */
export function actFrame(state: AppState, shown: Shown): Frame {
	const {open} = state;
	const rows = actRows(shown.control);
	const current = rows[shown.screen.row];
	const heading = [
		...controlHeading(state, shown),
		stageLine(state, shown),
		...(open === null ? [] : standing(state, open, shown, rows)),
	];
	const isSide = hasSide(state);
	const detail =
		current === undefined || open === null || !isSide
			? []
			: rowDetail(state, open, shown, current, paneWidths(state.columns).detail);
	const {body, places} = list(state, shown, rows, listWidth(state), isSide);
	const focus = places[shown.screen.row] ?? {from: 0, to: 1};
	return {
		heading,
		body,
		view: {kind: 'focus', ...focus, ...(isSide ? {} : {past: shown.screen.past})},
		detail: withinSide(detail, shown.screen.past, sideRoom(state, heading.length)),
		cursor: null,
	};
}

/** Lines of the selected row that are out of sight beside the list; 0 where it stands in the list itself. */
export function actOverflow(state: AppState, shown: Shown): number {
	const current = actRows(shown.control)[shown.screen.row];
	if (!hasSide(state) || state.open === null || current === undefined) {
		return 0;
	}

	const detail = rowDetail(state, state.open, shown, current, paneWidths(state.columns).detail);
	return Math.max(detail.length - sideRoom(state, actFrame(state, shown).heading.length) + 1, 0);
}

/** Where each row of the checklist stands among the lines of the body. */
export function actPlaces(state: AppState, shown: Shown): readonly Place[] {
	const isSide = hasSide(state);
	return list(state, shown, actRows(shown.control), listWidth(state), isSide).places;
}

function listWidth({columns, rows}: Pick<AppState, 'columns' | 'rows'>): number {
	return hasSide({columns, rows}) ? paneWidths(columns).list : Math.min(columns - 2, 96);
}

function hasSide({columns, rows}: Pick<AppState, 'columns' | 'rows'>): boolean {
	return columns >= wideColumns && rows >= sideRows;
}

function sideRoom({rows}: AppState, heading: number): number {
	return rows - heading - 4;
}

function withinSide(detail: readonly Line[], past: number, room: number): readonly Line[] {
	if (detail.length <= room) {
		return detail;
	}

	const from = Math.min(past, detail.length - room + 1);
	const part = detail.slice(from, from + room - 1);
	return [...part, from + part.length < detail.length ? [dim(' … ↓ shows more')] : blank];
}

function list(
	state: AppState,
	shown: Shown,
	rows: readonly ActRow[],
	width: number,
	isSide: boolean,
): {readonly body: readonly Line[]; readonly places: readonly Place[]} {
	const {control, screen} = shown;
	const titles = new Map(
		control.clickGroups.flatMap(group => group.clicks.slice(0, 1).map(({id}) => [id, group] as const)),
	);
	const firstQuestion = rows.findIndex(({kind}) => kind === 'question');
	const body: Line[] = [];
	const places: Place[] = [];
	for (const [index, row] of rows.entries()) {
		const group = row.kind === 'click' ? titles.get(row.click.id) : undefined;
		if (group !== undefined) {
			body.push(...title(group.title, group.appliesWhen, index, width));
		} else if (index === firstQuestion) {
			body.push(...title('What do you see now?', null, index, width));
		}

		const from = body.length;
		body.push(
			...rowLines(state, shown, row, {number: index + 1, selected: index === screen.row, width, isSide}),
		);
		places.push({from, to: body.length});
	}

	return {body, places};
}

function title(words: string, when: string | null, index: number, width: number): readonly Line[] {
	return [
		...(index === 0 ? [] : [blank]),
		...paragraph(words, width, {indent: 1, style: {bold: true}}),
		...(when === null ? [] : paragraph(when, width, {indent: 3, style: {tone: 'dim'}})),
	];
}

function rowLines(
	state: AppState,
	shown: Shown,
	row: ActRow,
	place: {
		readonly number: number;
		readonly selected: boolean;
		readonly width: number;
		readonly isSide: boolean;
	},
): readonly Line[] {
	const {open} = state;
	const {selected, width, isSide} = place;
	if (open === null) {
		return [];
	}

	const line =
		row.kind === 'click'
			? clickRow(state, open, shown, row.click, place)
			: questionRow({open, lastRead: lastRead(open, state)}, shown, row.rule, place);
	return !selected || isSide ? [line] : rowDetail(state, open, shown, row, width, place.number);
}

/** Everything about a row. Below one another it begins with the row itself, beside the list with what to do. */
function rowDetail(
	state: AppState,
	open: Open,
	shown: Shown,
	row: ActRow,
	width: number,
	number: number | null = null,
): readonly Line[] {
	return row.kind === 'click'
		? clickDetail(state, open, shown, row.click, width, number)
		: questionDetail(
				{open, lastRead: lastRead(open, state), after: afterClicks(state, row.rule.id)},
				shown,
				row.rule,
				width,
				number !== null,
			);
}

/** Where in the checklist, and whether the person may do the selected click. */
function standing(state: AppState, open: Open, shown: Shown, rows: readonly ActRow[]): readonly Line[] {
	const clicks = rows.flatMap(row => (row.kind === 'click' ? [row.click] : []));
	const done = clicks.filter(({id}) => open.session.ticked.has(id)).length;
	const current = rows[shown.screen.row];
	const {row} = shown.screen;
	const place =
		current?.kind === 'click'
			? `step ${row + 1} of ${clicks.length} · `
			: `question ${row + 1 - clicks.length} of ${rows.length - clicks.length} · `;
	const ticked = dim(` ${place}${done} of ${clicks.length} ticked`);
	if (current?.kind !== 'click') {
		return [[ticked]];
	}

	const {role, plan, url} = current.click;
	const who = dim(` ${role}${plan === null ? '' : ` · ${planNames[plan]}`}`);
	// Beside the list there is no room for an address in one row.
	const page = url === null || !hasSide(state) ? [] : [dim('Page  '), {text: url}];
	return [
		justify([ticked], own(current.click, open), Math.min(state.columns - 1, 97)),
		lineWidth([who, ...page]) < state.columns - 2 ? justify([who], page, state.columns - 1) : [who],
		...(lineWidth([who, ...page]) < state.columns - 2 ? [] : [justify([], page, state.columns - 1)]),
	];
}

const planNames = {growth: 'Growth or higher', enterprise: 'Enterprise'} as const;

function own(click: Click, {session}: Open): readonly Span[] {
	const may = mayDo(click, session.profile);
	switch (may.kind) {
		case 'yes': {
			return [dim('You: '), {text: `${may.why} ✔`, tone: 'good'}];
		}

		case 'no': {
			return [{text: `${may.why}: e hands over`, tone: 'warn'}];
		}

		case 'perhaps': {
			return [dim(session.profile.role === null ? `${may.why}: A says it` : `You: ${may.why}`)];
		}

		case 'elsewhere': {
			return [dim('if not you: e hands over')];
		}
	}
}
