import {decidedWords} from '../../../assessment/decided-words.ts';
import {nothingNext} from '../../../assessment/nothing-next.ts';
import type {ControlResult} from '../../../types/assessment.ts';
import type {Control} from '../../../types/control.ts';
import {basisMark, waivedMark} from '../../../ui/lines/marks.ts';
import {relativeTime} from '../../../ui/lines/relative-time.ts';
import {aboutHint} from '../../../ui/screens/controls-next.ts';
import {saidBy} from '../../../ui/screens/said-by.ts';
import {waiverOver} from '../../../ui/screens/waiver-over.ts';
import type {AppState, Open} from '../../../ui/state/app-state.ts';
import {isBeingRead} from '../../../ui/state/is-being-read.ts';
import {controlsInOrder, extrasRow, selectedControlRow} from '../../../ui/state/list/control-rows.ts';
import {lastRead} from '../../../ui/state/opening/last-read.ts';
import {policyChange, policyWords} from '../../../ui/state/places/policy-news.ts';
import type {Page, PageRow} from '../page.ts';
import {listed, readingWords, statusWords, targetWords} from '../words.ts';

const compliance: PageRow = {
	key: '5',
	text: 'Compliance quick reference: SOC 2, NIST 800-53, CIS',
};

const extras: PageRow = {key: 'b', text: 'Beyond the guide: advice, never scored'};

/** The controls under the guide's sections, with their verdicts. A control is named by its id. */
export function controlsPage(state: AppState, open: Open): Page {
	const controls = controlsInOrder(state);
	const {summary, progress, profile} = open.assessment;
	const score = summary.score === null ? 'no score yet' : `score ${summary.score.toFixed(2)}`;
	const row = selectedControlRow(state);
	const rows = {
		length: extrasRow(state) + 1,
		at(index: number): PageRow {
			const control = controls[index];
			return control === undefined
				? index === extrasRow(state)
					? extras
					: compliance
				: controlRow(
						state,
						open,
						control,
						state.sorted === null ? controls[index - 1]?.section : control.section,
					);
		},
	};
	return {
		place: 'Controls',
		text: [
			`${open.label}, ${targetWords[open.target.kind]}`,
			`Level ${profile}, ${decidedWords(progress)}, ${score}, ${readingWords(open, state.now)}`,
			...[policyWords(state), policyChange(state, open)].filter(words => words !== null),
			...(state.sorted === null ? [] : ['Quick wins first; s gives the order of the guide again.']),
			...(open.readOnly === null ? [] : [open.readOnly]),
		],
		rows,
		isListed: true,
		selected: row,
		detail: [nextWords(state, open), aboutHint(open)].filter(words => words !== null),
		enter: `opens ${rows.at(row).key}`,
	};
}

function controlRow(state: AppState, open: Open, control: Control, before: string | undefined): PageRow {
	const result = open.assessment.controls.find(({id}) => id === control.id);
	const level = control.level === 'L1' ? null : `level ${control.level}`;
	return {
		key: control.id,
		text: listed([
			`${control.shortTitle}: ${result === undefined ? 'not judged' : verdict(state, open, control, result)}`,
			level,
			control.time.text,
		]),
		...(control.section === before
			? {}
			: {titles: [`Section ${control.id.split('.')[0] ?? ''}, ${control.section}`]}),
	};
}

function verdict(state: AppState, open: Open, control: Control, result: ControlResult): string {
	if (!result.inProfile) {
		return `not in level ${open.assessment.profile}: l adds it`;
	}

	if (isBeingRead(control.rules, open)) {
		return 'being read';
	}

	const waiver = waiverOver(result);
	const parked = open.session.parked.find(candidate => candidate.control === result.id);
	return listed([
		statusWords[result.status],
		basisMark(result.basis, saidBy(result, open.session.attestations), lastRead(open, state)).text,
		waiver === null ? null : waivedMark(waiver).text,
		parked === undefined || result.status === 'pass'
			? null
			: `waiting for ${parked.waitingFor}, since ${relativeTime(new Date(parked.at), state.now)}`,
		result.status === 'pass' ? null : result.reason,
	]);
}

function nextWords({controls}: AppState, open: Open): string {
	const next = controls.find(({id}) => id === open.next);
	if (next === undefined) {
		return nothingNext(open.assessment.progress);
	}

	const result = open.assessment.controls.find(({id}) => id === next.id);
	return `Next: ${next.id} ${next.shortTitle}. ${result?.reason ?? ''}`;
}
