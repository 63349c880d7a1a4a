import {nothingNext} from '../../assessment/nothing-next.ts';
import {remainingMinutes} from '../../assessment/remaining-time.ts';
import {aboutMinutes} from '../../controls/time-text.ts';
import type {ControlId} from '../../types/control.ts';
import {stageTitles} from '../../types/session.ts';
import type {Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open, Screen} from '../state/app-state.ts';
import {firstStage} from '../state/control/first-stage.ts';
import {clicksOf} from '../state/control/selection.ts';
import {controlOnRow, selectedControlRow} from '../state/list/control-rows.ts';

/** The ways on: where the person left, and what is best done next with the time it takes. */
export function nextSteps(
	state: AppState,
	open: Open,
	{welcome}: {readonly welcome: boolean},
	width: number,
): readonly Line[] {
	const left = welcome ? leftPlace(state) : null;
	const next = nextWords(state, open);
	if (left !== null && left.control !== null && left.control === open.next && next !== null) {
		return way('enter', `where you left: ${left.words}, ${next.time} to its end.`, width);
	}

	return [
		...(left === null ? [] : way('enter', `where you left: ${left.words}.`, width)),
		...(next === null
			? open.reading.kind === 'under_way'
				? []
				: way('', nothingNext(open.assessment.progress), width)
			: way('n', `next: ${next.words}, ${next.time} to its end.`, width)),
	];
}

function way(key: string, words: string, width: number): readonly Line[] {
	return paragraph(words, width, {indent: 8, lead: {text: ` ${key}`, tone: 'accent', bold: true}});
}

/** What a row of the list is called on the screen. */
function rowWords(row: ReturnType<typeof controlOnRow>): string {
	switch (row) {
		case 'compliance': {
			return 'the compliance reference';
		}

		case 'extras': {
			return 'Beyond the guide';
		}

		default: {
			return row;
		}
	}
}

type LeftPlace = {readonly control: ControlId | null; readonly words: string};

function leftPlace(state: AppState): LeftPlace {
	const screen: Screen = state.behind.at(-1) ?? {kind: 'controls', row: null};
	if (screen.kind !== 'control') {
		const on =
			screen.kind === 'controls' ? controlOnRow(state, screen.row ?? selectedControlRow(state)) : null;
		return {
			control: null,
			words: on === null ? 'the list of controls' : `the list of controls, at ${rowWords(on)}`,
		};
	}

	const control = state.controls.find(({id}) => id === screen.control);
	const steps = control === undefined ? 0 : clicksOf(control).length;
	const stage =
		screen.stage === 'act'
			? `step ${Math.min(screen.row, Math.max(steps - 1, 0)) + 1}`
			: stageTitles[screen.stage];
	return {control: screen.control, words: `${screen.control} ${control?.shortTitle ?? ''}, ${stage}`};
}

function nextWords(state: AppState, open: Open): {readonly words: string; readonly time: string} | null {
	const {next, assessment, session} = open;
	const control = state.controls.find(({id}) => id === next);
	const result = assessment.controls.find(({id}) => id === next);
	if (control === undefined || result === undefined) {
		return null;
	}

	const stage = firstStage(result, open, state.controls);
	const step = clicksOf(control).findIndex(({id}) => !session.ticked.has(id)) + 1;
	return {
		words: `${control.id} ${control.shortTitle}, ${stage === 'act' && step > 0 ? `step ${step}` : stageTitles[stage]}`,
		time: aboutMinutes(remainingMinutes(control, session.ticked)),
	};
}
