import {count} from '../../../controls/rule-kinds/count.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Shown} from '../../../ui/screens/control/control-frame.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {type ActRow, actRows, isOpen} from '../../../ui/state/control/act-rows.ts';
import {isRead} from '../../../ui/state/control/instead-of-attesting.ts';
import {clicksOf} from '../../../ui/state/control/selection.ts';
import {afterClicks} from '../../../ui/state/control/still-failing.ts';
import {numbered, type Page} from '../page.ts';
import {statusWords} from '../words.ts';
import {clickText} from './click-text.ts';
import {controlPlace, controlText} from './control-text.ts';

/** The clicks one by one, then what is seen now; the selected row is told whole. */
export function actPage(state: AppState, shown: Shown): Page {
	const rows = actRows(shown.control);
	const {row} = shown.screen;
	const clicks = clicksOf(shown.control);
	const isTicked = (id: string): boolean => state.open?.session.ticked.has(id) === true;
	const done = clicks.filter(({id}) => isTicked(id)).length;
	const current = rows[row];
	return {
		place: controlPlace(shown),
		text: [
			...controlText(state, shown),
			`${count(clicks.length, 'click')}, then ${count(rows.length - clicks.length, 'question')} what you see now. Ticks alone never change a verdict; your answers at the end do.`,
			...(state.open?.target.kind === 'simulated'
				? ['Training: ticks change nothing in the simulated organization.']
				: []),
		],
		rows: numbered(rows, each =>
			each.kind === 'click'
				? {text: `${isTicked(each.click.id) ? 'done' : 'open'}: ${each.click.action}`}
				: {text: `${standingOf(each.rule.id, shown)}: ${each.rule.title}`},
		),
		isListed: false,
		selected: row,
		detail: current === undefined ? [] : detailOf(state, shown, current, done),
		enter: {
			tick: 'ticks this click as done',
			answer: 'answers this question',
			next: 'goes on to the next row',
			back: 'goes back to the controls',
		}[enterOnRow(state, shown)],
	};
}

/** What an empty answer does: tick a click, answer a question, else go to the next row, and after the last one back. */
export function enterOnRow(state: AppState, shown: Shown): 'tick' | 'answer' | 'next' | 'back' {
	const rows = actRows(shown.control);
	const {row} = shown.screen;
	const current = rows[row];
	if (current?.kind === 'click' && state.open?.session.ticked.has(current.click.id) !== true) {
		return 'tick';
	}

	if (current?.kind === 'question' && isAsked(resultOf(current.rule.id, shown))) {
		return 'answer';
	}

	return row < rows.length - 1 ? 'next' : 'back';
}

/** Neither answered nor read: what was read is read again, not said. */
function isAsked(result: RuleResult | undefined): boolean {
	return result !== undefined && isOpen(result) && !isRead(result);
}

function detailOf(state: AppState, shown: Shown, current: ActRow, done: number): readonly string[] {
	const {row} = shown.screen;
	const rows = actRows(shown.control);
	const count = clicksOf(shown.control).length;
	if (current.kind === 'click') {
		const isDone = state.open?.session.ticked.has(current.click.id) === true;
		return [
			`Click ${row + 1} of ${count}, ${isDone ? 'done' : 'open'}; ${done} ticked.`,
			...clickText(state, shown, current.click),
		];
	}

	return [
		`Question ${row + 1 - count} of ${rows.length - count}, ${standingOf(current.rule.id, shown)}: ${current.rule.title}.`,
		`  ${current.rule.question}`,
		`  ${resultOf(current.rule.id, shown)?.reason ?? ''}`,
		...[afterClicks(state, current.rule.id)].flatMap(words => (words === null ? [] : [`  ${words}`])),
	];
}

function standingOf(rule: string, shown: Shown): string {
	const result = resultOf(rule, shown);
	return result === undefined ? 'open' : statusWords[result.status];
}

function resultOf(rule: string, {result}: Shown): RuleResult | undefined {
	return result.rules.find(({id}) => id === rule);
}
