import type {Place} from '../../types/session.ts';
import type {AppState, Open, Outcome, Screen} from './app-state.ts';
import type {Effect} from './effect.ts';
import {controlOnRow, selectedControlRow} from './list/control-rows.ts';
import {assessmentRecord, isRecorded} from './opening/assessment-record.ts';
import type {Step} from './step.ts';

/** Leave the wizard: the place is written down first, so that the next start comes back to exactly here. */
export function leave(state: AppState, outcome: Outcome): Step {
	return {
		state: {...state, outcome},
		effects: [{type: 'stop_reading'}, ...saveVerdicts(state), ...savePlace(state), {type: 'leave', outcome}],
	};
}

/** What writes down the place worth coming back to; nothing outside an organization or where nothing can be recorded. */
export function savePlace(state: AppState): readonly Effect[] {
	const place = placeOf(state);
	return place === null || state.open?.readOnly !== null
		? []
		: [{type: 'record', events: [{type: 'place_moved', place}], message: null, ofForm: false}];
}

/** What a person decided since the last reading changes verdicts, too: the record follows, also where nothing is ever read. */
export function saveVerdicts(state: AppState): readonly Effect[] {
	const {open} = state;
	if (open === null || open.readOnly !== null || !isOfNow(open)) {
		return [];
	}

	const assessment = assessmentRecord(open, state);
	return isRecorded(assessment, open.session) ? [] : [{type: 'record_assessment', assessment, facts: null}];
}

/** Whether the verdicts rest on what was read in this run, or on people alone: what was last known is no news. */
function isOfNow({target, reading}: Open): boolean {
	return target.kind === 'byHand' || reading.kind === 'finished';
}

/** The place worth coming back to: the nearest control or list of controls, null outside an organization. */
export function placeOf(state: AppState): Place | null {
	for (const screen of [...state.behind, state.screen].toReversed()) {
		const place = state.open === null ? null : placeOn(state, screen);
		if (place !== null) {
			return place;
		}
	}

	return null;
}

function placeOn(state: AppState, screen: Screen): Place | null {
	switch (screen.kind) {
		case 'control': {
			return {screen: 'control', control: screen.control, stage: screen.stage, row: screen.row};
		}

		case 'controls': {
			return {screen: 'controls', selected: controlOnRow(state, screen.row ?? selectedControlRow(state))};
		}

		case 'start':
		case 'reconnect':
		case 'news':
		case 'compliance':
		case 'extras':
		case 'history':
		case 'comparison':
		case 'report':
		case 'contents':
		case 'chapter': {
			return null;
		}
	}
}
