import {progressOf} from '../../assessment/summarize.ts';
import {waitsOf} from '../../assessment/waits.ts';
import {timeText} from '../../controls/time-text.ts';
import type {ControlResult} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import type {Stage} from '../../types/session.ts';
import {fitEnd, widthOf} from '../lines/fit.ts';
import {blank, dim, type Line, plainText} from '../lines/line.ts';
import {basisMark, statusMark, statusSymbol, waivedMark} from '../lines/marks.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import {firstStage} from '../state/control/first-stage.ts';
import {clicksOf} from '../state/control/selection.ts';
import {isBeingRead} from '../state/is-being-read.ts';
import {lastRead} from '../state/opening/last-read.ts';
import {paneWidths} from './lay-out.ts';
import {outsideWords} from './outside-words.ts';
import {saidBy} from './said-by.ts';
import {spinner} from './spinner.ts';
import {waitSentence} from './wait-words.ts';
import {waiverOver} from './waiver-over.ts';

/** What is known of the selected control, beside the list: verdict and reason, how far it is, what it waits for, what to do next. */
export function controlDetail(state: AppState, open: Open, control: Control | null): readonly Line[] {
	const result = open.assessment.controls.find(({id}) => id === control?.id);
	if (control === null || result === undefined) {
		return [blank];
	}

	const width = paneWidths(state.columns).detail;
	const isPending = isBeingRead(control.rules, open);
	const {decided, of} = progressOf([{...result, inProfile: true}]);
	const facts: readonly (readonly [string, string | null])[] = [
		['Decided', `${decided} of ${of} ${of === 1 ? 'rule' : 'rules'}`],
		['Time', timeText(control.time)],
		...waitsOf(control.id, open.session.parked).map((wait): readonly [string, string] => [
			'Waits',
			waitSentence(wait, state.now),
		]),
		['Next', nextAct(firstStage(result, open, state.controls), open, control)],
	];
	const head: readonly Line[] = [
		...paragraph(`${control.id} ${control.title}`, width, {indent: 1, style: {bold: true}}),
		...(isPending
			? [[{text: ' '}, spinner(state.turn), dim(' reading')]]
			: verdictLines(result, open, state, width)),
		...(isPending ? [blank] : paragraph(result.reason, width, {indent: 1})),
		blank,
		...facts.flatMap(([label, words]) =>
			words === null ? [] : paragraph(words, width, {indent: 10, lead: dim(` ${label}`)}),
		),
		blank,
	];
	// As many rules as there is room for beside the list.
	const room = Math.max(state.rows - 9 - head.length, 0);
	const rules = control.rules.slice(0, control.rules.length > room ? Math.max(room - 1, 0) : room);
	const left = control.rules.length - rules.length;
	return [
		...head,
		...rules.map((rule): Line => {
			const found = result.rules.find(({id}) => id === rule.id);
			const mark = isBeingRead([rule], open) ? spinner(state.turn) : statusSymbol(found?.status ?? 'unknown');
			return [{text: ' '}, mark, {text: ` ${fitEnd(rule.title, width - 4)}`}];
		}),
		...(left > 0 && room > 0 ? [[dim(`   and ${left} more`)]] : []),
	];
}

/** The verdict, how it is known and what was decided about it; what does not fit in a row stands in the next. */
function verdictLines(result: ControlResult, open: Open, state: AppState, width: number): readonly Line[] {
	const basis = basisMark(result.basis, saidBy(result, open.session.attestations), lastRead(open, state));
	const waiver = waiverOver(result);
	const known: Line = [
		{text: ' '},
		statusMark(result.status),
		...(basis.text === '' ? [] : [dim(' · '), basis]),
	];
	const decided: Line = [
		...(waiver === null ? [] : [waivedMark(waiver)]),
		...(waiver === null || result.inProfile ? [] : [dim(' · ')]),
		...(result.inProfile ? [] : [dim(outsideWords(result, open))]),
	];
	if (decided.length === 0) {
		return [known];
	}

	const whole: Line = [...known, dim(' · '), ...decided];
	return widthOf(plainText(whole)) <= width ? [whole] : [known, [{text: ' '}, ...decided]];
}

/** What Enter leads to, in words. */
function nextAct(stage: Stage, open: Open, control: Control): string {
	const clicks = clicksOf(control);
	const ticked = clicks.filter(({id}) => open.session.ticked.has(id)).length;
	switch (stage) {
		case 'learn': {
			return 'Enter opens Learn: what it is for and what you need.';
		}

		case 'check': {
			return 'Enter opens Check: look at what only you can see.';
		}

		case 'gap': {
			return 'Enter opens Gap: what was found, and what mends it.';
		}

		case 'act': {
			return `Enter opens Act: ${ticked} of ${clicks.length} steps are ticked.`;
		}

		case 'verify': {
			return 'Enter opens Verify: what came of it, and how to see it.';
		}
	}
}
