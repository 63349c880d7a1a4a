import type {RuleResult} from '../../../types/assessment.ts';
import {basisMark, waivedMark} from '../../../ui/lines/marks.ts';
import type {Shown} from '../../../ui/screens/control/control-frame.ts';
import {ruleTitle} from '../../../ui/screens/control/rule-title.ts';
import {present} from '../../../ui/screens/present.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import type {GapRow} from '../../../ui/state/control/gap-rows.ts';
import {shownGapRows} from '../../../ui/state/control/selection.ts';
import {lastRead} from '../../../ui/state/opening/last-read.ts';
import {textOf} from '../../../ui/state/text-field.ts';
import {frameText} from '../frame-text.ts';
import {noRows, numbered, type Page} from '../page.ts';
import {listed, statusWords} from '../words.ts';
import {controlPlace, controlText} from './control-text.ts';

/** What the control is for and what it takes: a text. */
export function learnPage(state: AppState, shown: Shown): Page {
	return {
		place: controlPlace(shown),
		text: [...controlText(state, shown), '', ...frameText([...present(state).body.slice(0, textEnd)])],
		rows: noRows,
		isListed: false,
		selected: 0,
		detail: [],
		enter: 'goes on to Check',
	};
}

/** How each rule is recorded, what changed, how to see it by hand, what would put it in doubt: a text. */
export function verifyPage(state: AppState, shown: Shown): Page {
	const {body, detail} = present(state);
	return {
		place: controlPlace(shown),
		text: [...controlText(state, shown), '', ...frameText([...body.slice(0, textEnd), ...detail])],
		rows: noRows,
		isListed: false,
		selected: 0,
		detail: [],
		enter: 'goes back',
	};
}

/** More lines than any text has. */
const textEnd = 100_000;

/** Each rule with its verdict; the detail says what is known of the selected one, and how. */
export function checkPage(state: AppState, shown: Shown): Page {
	return {
		place: controlPlace(shown),
		text: controlText(state, shown),
		rows: numbered(shown.result.rules, rule => ({text: ruleWords(state, shown, rule)})),
		isListed: true,
		selected: shown.screen.row,
		detail: detailText(state, shown),
		enter: 'goes on to Gap',
	};
}

/** What is expected beside what is there, with the findings one by one. */
export function gapPage(state: AppState, shown: Shown): Page {
	const {filter, row} = shown.screen;
	return {
		place: controlPlace(shown),
		text: [
			...controlText(state, shown),
			...(filter === null ? [] : [`Only what holds: ${textOf(filter)}. 0 shows all.`]),
		],
		rows: numbered(shownGapRows(shown), each => ({text: gapWords(state, shown, each)})),
		isListed: true,
		selected: row,
		detail: detailText(state, shown),
		enter: 'goes on to Act, the clicks',
	};
}

function detailText(state: AppState, {screen}: Shown): readonly string[] {
	return [`Selected: ${screen.row + 1}`, ...frameText(present(state).detail)];
}

function ruleWords(state: AppState, shown: Shown, rule: RuleResult): string {
	const {open} = state;
	const by = open?.session.attestations.findLast(attestation => attestation.rule === rule.id)?.by ?? null;
	const standing =
		rule.waiver === null
			? basisMark(rule.basis, by, open === null ? null : lastRead(open, state, rule))
			: waivedMark(rule.waiver);
	return `${listed([statusWords[rule.status], standing.text, rule.required ? null : 'advice'])}: ${ruleTitle(shown, rule)}`;
}

function gapWords(state: AppState, shown: Shown, row: GapRow): string {
	if (row.kind === 'finding') {
		return `Finding, ${row.finding.resource.name}: ${row.finding.message}`;
	}

	const actual = row.rule.status === 'manual' ? '' : row.rule.actual;
	return ruleWords(state, shown, row.rule) + (actual === '' ? '' : ` — ${actual}`);
}
