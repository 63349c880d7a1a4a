import type {RuleResult} from '../../../types/assessment.ts';
import type {AppState, Open} from '../app-state.ts';
import {gapRows} from './gap-rows.ts';
import {isRead} from './instead-of-attesting.ts';
import {selectedRule, shownControl} from './selection.ts';
import {waysOn} from './ways-on.ts';

/** The rules of the open control that were read as failing although all their clicks are ticked; no waived ones. */
export function stillFailing(state: AppState): readonly RuleResult[] {
	const shown = shownControl(state);
	const {open} = state;
	if (shown === null || open === null) {
		return [];
	}

	const clicks = new Map(shown.control.rules.map(rule => [rule.id, rule.clicks]));
	return shown.result.rules.filter(rule => {
		const own = clicks.get(rule.id) ?? [];
		return (
			rule.status === 'fail' &&
			rule.waiver === null &&
			isRead(rule) &&
			own.length > 0 &&
			own.every(click => open.session.ticked.has(click))
		);
	});
}

/**
What is said once a reading has ended where clicks are done and rules fail all the same: why that may be, and the ways
on. Null where none does, and where something else lies over the control.
*/
export function afterReading(state: AppState): string | null {
	const {open, form, fix, picking, help, sheet} = state;
	const failing = stillFailing(state);
	const isCovered = [form, fix, picking, help, sheet].some(each => each !== null);
	if (open === null || open.earlier === null || failing.length === 0 || isCovered) {
		return null;
	}

	return `Read again: ${whatFails(state, failing)}${whyStill(open)} ${waysWords(state, failing)}`;
}

/** The same as lasting words beside a rule, or below those of a control; null for a rule that needs none. */
export function afterClicks(state: AppState, rule: string | null): string | null {
	const failing = stillFailing(state).filter(({id}) => rule === null || id === rule);
	const {open} = state;
	if (open === null || failing.length === 0) {
		return null;
	}

	const what = rule === null ? whatFails(state, failing) : 'All its clicks are ticked, and it fails';
	return `${what}${whyStill(open)} ${waysWords(state, failing)}`;
}

function whatFails(state: AppState, failing: readonly RuleResult[]): string {
	const [first] = failing;
	const title = shownControl(state)?.control.rules.find(({id}) => id === first?.id)?.title;
	return failing.length === 1 && title !== undefined
		? `“${title}” still fails although its clicks are ticked`
		: `${failing.length} rules still fail although their clicks are ticked`;
}

function whyStill({target}: Open): string {
	return target.kind === 'simulated'
		? ': in training no click changes the simulated organization.'
		: '. Perhaps it is not saved yet, Mixpanel answers late, or another row is meant: look at the findings, and r reads again.';
}

/** By the keys of the selected row where it is one of these; elsewhere by those of its row in Gap. */
function waysWords(state: AppState, failing: readonly RuleResult[]): string {
	const shown = shownControl(state);
	const selected = selectedRule(state);
	const isHere =
		shown !== null && withRows.includes(shown.screen.stage) && failing.some(({id}) => id === selected?.id);
	if (isHere || shown === null) {
		return `Ways on: ${waysOn(state)}.`;
	}

	const {screen, result, control} = shown;
	const row = gapRows(result, control, '').findIndex(each => each.rule.id === failing[0]?.id);
	return `Ways on, in Gap: ${waysOn({...state, screen: {...screen, stage: 'gap', row, filter: null, filtering: false}})}.`;
}

const withRows: readonly string[] = ['check', 'gap', 'act'];
