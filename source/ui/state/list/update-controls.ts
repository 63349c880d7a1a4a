import {nothingNext} from '../../../assessment/nothing-next.ts';
import type {ControlId} from '../../../types/control.ts';
import type {Level} from '../../../types/verdict.ts';
import type {Command} from '../../keys/bindings.ts';
import type {AppState, Open, Screen} from '../app-state.ts';
import {controlScreen} from '../control/control-screen.ts';
import {firstStage} from '../control/first-stage.ts';
import {undoLast} from '../fixes/begin-fix.ts';
import {about} from '../forms/begin-about.ts';
import {takeBackWaiver} from '../forms/take-back-decision.ts';
import {mostDays} from '../forms/term.ts';
import {waiveForm} from '../forms/waive.ts';
import {leave, savePlace, saveVerdicts} from '../leave.ts';
import {beginReadings, beginWaivers} from '../picking/begin-picking.ts';
import {beginReport} from '../places/update-report.ts';
import {recordOrSay} from '../record-or-say.ts';
import {startScreen} from '../start-screen.ts';
import {type Step, stay} from '../step.ts';
import {complianceRow, controlsInOrder, extrasRow, selectedControlRow} from './control-rows.ts';
import {sortControls} from './sort-controls.ts';

const nextLevel: {readonly [Name in Level]: Level} = {L1: 'L2', L2: 'L3', L3: 'L1'};

/** The list of controls: open one, go to Next, read again, change the level, back to the start. */
export function updateControls(state: AppState, command: Command): Step {
	const {open} = state;
	if (open === null) {
		return stay({...state, screen: startScreen, behind: []});
	}

	switch (command) {
		case 'choose': {
			const row = selectedControlRow(state);
			return openRow(state, open, row);
		}

		case 'next': {
			return openNext(state, open);
		}

		case 'read_again': {
			return readAgain(state, open);
		}

		case 'sort': {
			return stay(sortControls(state, open));
		}

		case 'level': {
			const level = nextLevel[open.assessment.profile];
			return recordOrSay(
				state,
				[{type: 'profile_answered', answers: {level}}],
				`Level ${level}: ${levelText[level]}`,
			);
		}

		case 'news': {
			return goTo(state, {kind: 'news', row: 0, welcome: false});
		}

		case 'extras': {
			return goTo(state, {kind: 'extras', row: 0, past: 0});
		}

		case 'history': {
			return goTo(state, {kind: 'history', row: 0, past: 0, marked: null});
		}

		case 'report': {
			return beginReport({...state, screen: listHere(state)});
		}

		case 'confirm': {
			return beginReadings(state, null);
		}

		case 'about': {
			return stay(about(state, open));
		}

		case 'waive': {
			return waiveControl(state, open);
		}

		case 'waivers': {
			return beginWaivers(state);
		}

		case 'undo': {
			return undoLast(state, open);
		}

		case 'withdraw': {
			const id = controlsInOrder(state)[selectedControlRow(state)]?.id;
			const waiver = open.session.waivers.find(({scope}) => scope.kind === 'control' && scope.control === id);
			return waiver === undefined
				? stay({...state, message: 'This control has no waiver to take back.'})
				: takeBackWaiver(state, waiver);
		}

		case 'mend': {
			return mend(state, open);
		}

		case 'back': {
			return leaveOrganization(state, open);
		}

		default: {
			return stay(state);
		}
	}
}

const levelText: {readonly [Name in Level]: string} = {
	L1: 'the baseline for every organization.',
	L2: 'the baseline and what sensitive environments add.',
	L3: 'the guide assigns nothing to it; it is L2 and the advice beyond the guide.',
};

/** Open the control that is best done next, or say that none is left. */
export function openNext(state: AppState, open: Open): Step {
	return open.next === null
		? stay({...state, message: nothingNext(open.assessment.progress)})
		: openControl(state, open, open.next, {
				kind: 'controls',
				row: controlsInOrder(state).findIndex(({id}) => id === open.next),
			});
}

/** Go on with the good part of a damaged journal. */
export function mend(state: AppState, open: Open): Step {
	return open.canMend
		? {state, effects: [{type: 'mend'}]}
		: stay({...state, message: 'The journal is whole; there is nothing to mend.'});
}

/** Back to the start. While it is being read that is stopped first. */
export function leaveOrganization(state: AppState, open: Open): Step {
	return open.reading.kind === 'under_way'
		? {state, effects: [{type: 'stop_reading'}]}
		: {
				state: {...state, screen: startScreen, behind: [], open: null, left: open},
				effects: [...saveVerdicts(state), ...savePlace(state), {type: 'close'}],
			};
}

/** Read the organization again, unless there is nothing to read or it is being read. */
export function readAgain(state: AppState, open: Open): Step {
	if (open.target.kind === 'byHand') {
		return stay({
			...state,
			message: 'Without a key nothing can be read; connect from the start screen to read.',
		});
	}

	if (open.offline?.hasKey === false) {
		return leave(state, {kind: 'connect', organizationId: open.target.organizationId});
	}

	return open.reading.kind === 'under_way'
		? stay({...state, message: 'It is being read already; Esc stops it.'})
		: {state, effects: [{type: 'read'}]};
}

/** The list as it stands, to come back to: its row stays even when Next moves on. */
function listHere(state: AppState): Screen {
	return {kind: 'controls', row: selectedControlRow(state)};
}

function goTo(state: AppState, screen: Screen): Step {
	return stay({...state, screen, behind: [...state.behind, listHere(state)]});
}

function openRow(state: AppState, open: Open, row: number): Step {
	if (row === complianceRow(state)) {
		return goTo(state, {kind: 'compliance', row: 0, past: 0});
	}

	return row === extrasRow(state)
		? goTo(state, {kind: 'extras', row: 0, past: 0})
		: openControl(state, open, controlsInOrder(state)[row]?.id ?? null, listHere(state));
}

/** Open a control at the stage that matters now; `from` is the screen to come back to. */
export function openControl(state: AppState, open: Open, id: ControlId | null, from: Screen): Step {
	const result = open.assessment.controls.find(control => control.id === id);
	if (result === undefined) {
		return stay(state);
	}

	const screen = controlScreen(result.id, firstStage(result, open, state.controls));
	const opened: AppState = {
		...state,
		screen,
		behind: [...state.behind, from],
	};
	return recordOrSay(
		opened,
		[{type: 'place_moved', place: {screen: 'control', control: screen.control, stage: screen.stage, row: 0}}],
		null,
	);
}

function waiveControl(state: AppState, open: Open): Step {
	const control = controlsInOrder(state)[selectedControlRow(state)];
	if (control === undefined) {
		return stay({...state, message: 'Select a control to waive it.'});
	}

	return open.readOnly === null
		? stay({
				...state,
				form: waiveForm({kind: 'control', control: control.id}, `${control.id} ${control.shortTitle}`, {
					...state,
					session: open.session,
					maxDays: mostDays(state.policy),
				}),
			})
		: stay({...state, message: open.readOnly});
}
