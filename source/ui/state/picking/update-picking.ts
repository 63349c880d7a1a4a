import {count, list} from '../../../controls/rule-kinds/count.ts';
import type {SessionEvent} from '../../../types/session.ts';
import type {Command} from '../../keys/bindings.ts';
import {bodyRows} from '../../screens/screen-size.ts';
import type {AppState, Open} from '../app-state.ts';
import {attestForm} from '../forms/attest.ts';
import {askTakeBack} from '../forms/take-back.ts';
import {type Step, stay} from '../step.ts';
import {openPicked} from './open-picked.ts';
import {type Picking, type PickingView, type PickRow, pickedKeys} from './picking.ts';
import {pickingView} from './picking-view.ts';
import {ruleById} from './register-rows.ts';
import {withdrawPicked} from './withdraw-picked.ts';

/** A list of rows over a screen: move, mark, open a form for what is picked, take back, go back. */
export function updatePicking(state: AppState, open: Open, picking: Picking, command: Command): Step {
	const view = pickingView(state, open, picking);
	const last = Math.max(view.rows.length - 1, 0);
	// A row may have gone since it was chosen.
	const at = {...picking, row: Math.min(picking.row, last)};
	const moveTo = (row: number): Step =>
		stay({...state, picking: {...at, row: Math.min(Math.max(row, 0), last)}});
	switch (command) {
		case 'back': {
			return stay({...state, picking: null});
		}

		case 'up': {
			return moveTo(at.row - 1);
		}

		case 'down': {
			return moveTo(at.row + 1);
		}

		case 'page_up': {
			return moveTo(at.row - page(state));
		}

		case 'page_down': {
			return moveTo(at.row + page(state));
		}

		case 'top': {
			return moveTo(0);
		}

		case 'bottom': {
			return moveTo(last);
		}

		case 'tick': {
			return stay({...state, picking: toggle(at, view)});
		}

		case 'mark_all': {
			return stay({...state, picking: toggleAll(at, view)});
		}

		case 'choose': {
			return openPicked({...state, picking: at}, open, at, view.rows);
		}

		case 'attest': {
			return attestWhole({...state, picking: at}, open, at);
		}

		case 'withdraw': {
			return withdraw({...state, picking: at}, open, at, view);
		}

		default: {
			return stay(state);
		}
	}
}

function page(state: AppState): number {
	return Math.max(bodyRows(state) - 1, 1);
}

function toggle(picking: Picking, {rows, canMark}: PickingView): Picking {
	const key = rows[picking.row]?.key;
	if (key === undefined || !canMark) {
		return picking;
	}

	const marked = new Set(picking.marked);
	if (!marked.delete(key)) {
		marked.add(key);
	}

	return {...picking, marked};
}

/** All that is still open; all rows where those are marked; none where everything is. */
function toggleAll(picking: Picking, {rows, canMark}: PickingView): Picking {
	const open = rows.filter(({state}) => state !== 'done');
	const isMarked = ({key}: {readonly key: string}): boolean => picking.marked.has(key);
	if (!canMark || rows.every(isMarked)) {
		return {...picking, marked: new Set()};
	}

	const wanted = open.length > 0 && !open.every(isMarked) ? open : rows;
	return {...picking, marked: new Set(wanted.map(({key}) => key))};
}

/** One answer for the rule as a whole, in place of a record for each row. */
function attestWhole(state: AppState, open: Open, {of}: Picking): Step {
	const rule = of.kind === 'rows' ? ruleById(state, of.rule) : null;
	if (of.kind !== 'rows' || rule === null) {
		return stay(state);
	}

	return open.readOnly === null
		? stay({...state, form: attestForm(of.control, rule, {...state, session: open.session})})
		: stay({...state, message: open.readOnly});
}

function withdraw(state: AppState, open: Open, picking: Picking, {rows}: PickingView): Step {
	const events: readonly SessionEvent[] = withdrawPicked(state, open, picking, rows);
	return events.length === 0
		? stay({...state, picking, message: 'Nothing was recorded here that could be taken back.'})
		: askTakeBack(state, events, {
				what: whatOf(picking, events.length),
				lines: [list(namesOfPicked(picking, rows))],
				message: `${events.length === 1 ? 'Taken back' : `${events.length} taken back`}; the journal keeps that it was there.`,
			});
}

const nouns: {readonly [Kind in Picking['of']['kind']]: string} = {
	findings: 'exemption',
	rows: 'row',
	readings: 'reading',
	waivers: 'waiver or exemption',
};

function whatOf({of}: Picking, amount: number): string {
	return amount === 1 ? `this ${nouns[of.kind]}` : count(amount, nouns[of.kind]);
}

function namesOfPicked(picking: Picking, rows: readonly PickRow[]): readonly string[] {
	const keys = new Set(pickedKeys(picking, rows));
	return rows.filter(({key}) => keys.has(key)).map(({name}) => name);
}
