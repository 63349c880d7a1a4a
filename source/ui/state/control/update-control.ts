import {undoables} from '../../../remediation/undoable.ts';
import {type Stage, stages} from '../../../types/session.ts';
import type {Command} from '../../keys/bindings.ts';
import type {AppState, ControlScreen} from '../app-state.ts';
import {beginFix, undoLast} from '../fixes/begin-fix.ts';
import {attestForm} from '../forms/attest.ts';
import {about} from '../forms/begin-about.ts';
import {beginHandOver, endWaiting} from '../forms/begin-hand-over.ts';
import {beginImport} from '../forms/import-evidence.ts';
import {noteForm} from '../forms/note.ts';
import {mostDays} from '../forms/term.ts';
import {waiveForm} from '../forms/waive.ts';
import {readAgain} from '../list/update-controls.ts';
import {beginExempt, beginReadings, beginRegister, beginWaivers} from '../picking/begin-picking.ts';
import {recordOrSay} from '../record-or-say.ts';
import {startScreen} from '../start-screen.ts';
import {type Step, stay} from '../step.ts';
import {textField, textOf} from '../text-field.ts';
import {chosenOn, rowOfChosen} from './chosen-row.ts';
import {firstOpenClick} from './first-open-click.ts';
import {insteadOfAttesting, isRead} from './instead-of-attesting.ts';
import {isOnQuestion} from './is-on-question.ts';
import {selectedRule, shownControl} from './selection.ts';
import {showMore} from './show-more.ts';
import {atClick, copyValues, openPage, tick} from './update-clicks.ts';
import {withdraw} from './withdraw.ts';

/** The control screen, outside its forms: stages, ticks, attesting, notes, the filter. */
export function updateControl(state: AppState, screen: ControlScreen, command: Command): Step {
	switch (command) {
		case 'next_stage': {
			return toStage(state, screen, stages[(stages.indexOf(screen.stage) + 1) % stages.length] ?? 'learn');
		}

		case 'previous_stage': {
			return toStage(state, screen, stages.at(stages.indexOf(screen.stage) - 1) ?? 'learn');
		}

		case 'clicks': {
			return toStage(state, screen, 'act');
		}

		case 'more': {
			return stay(showMore(state, screen));
		}

		case 'tick': {
			return isOnQuestion(state) ? attest(state, screen) : tick(state);
		}

		case 'open_page': {
			return openPage(state);
		}

		case 'copy_value': {
			return copyValues(state);
		}

		case 'attest': {
			return attest(state, screen);
		}

		case 'not_on_screen':
		case 'park':
		case 'assure':
		case 'rescue': {
			return atClick(state, command);
		}

		case 'hand_over': {
			return beginHandOver(state);
		}

		case 'confirm': {
			const rules = shownControl(state)?.control.rules ?? [];
			return beginReadings(
				state,
				rules.flatMap(({reading}) => (reading === undefined ? [] : [reading])),
			);
		}

		case 'fix': {
			return beginFix(state);
		}

		case 'undo': {
			return screen.stage === 'verify' || state.open === null
				? undo(state, screen)
				: undoLast(state, state.open);
		}

		case 'waive': {
			return waive(state);
		}

		case 'exempt': {
			return beginExempt(state);
		}

		case 'waivers': {
			return beginWaivers(state);
		}

		case 'withdraw': {
			return screen.stage === 'act' && !isOnQuestion(state) ? endWaiting(state) : withdraw(state);
		}

		case 'import': {
			return beginImport(state);
		}

		case 'about': {
			return stay(state.open === null ? state : about(state, state.open));
		}

		case 'note': {
			return state.open?.readOnly == null
				? stay({...state, form: noteForm(screen.control)})
				: stay({...state, message: state.open.readOnly});
		}

		case 'read_again': {
			return state.open === null ? stay(state) : readAgain(state, state.open);
		}

		case 'filter': {
			return stay({
				...state,
				screen: {...screen, row: 0, filtering: true, filter: screen.filter ?? textField('')},
			});
		}

		case 'accept': {
			const kept = screen.filter !== null && textOf(screen.filter) !== '' ? screen.filter : null;
			return stay({...state, screen: {...screen, filtering: false, filter: kept}});
		}

		case 'cancel': {
			return stay({...state, screen: {...screen, row: 0, filtering: false, filter: null}});
		}

		case 'back': {
			return screen.filter === null
				? back(state)
				: stay({...state, screen: {...screen, row: 0, filter: null}});
		}

		default: {
			return stay(state);
		}
	}
}

function toStage(state: AppState, screen: ControlScreen, stage: Stage): Step {
	const chosen = chosenOn(state) ?? screen.chosen;
	const bare: AppState = {...state, screen: {...screen, stage, row: 0, chosen, past: 0, filter: null}};
	const row = stage === 'act' ? firstOpenClick(state) : rowOfChosen(bare);
	const moved: AppState = {...bare, screen: {...screen, stage, row, chosen, past: 0, filter: null}};
	return recordOrSay(
		moved,
		[{type: 'place_moved', place: {screen: 'control', control: screen.control, stage, row}}],
		null,
	);
}

function attest(state: AppState, screen: ControlScreen): Step {
	const result = selectedRule(state);
	const rule = shownControl(state)?.control.rules.find(candidate => candidate.id === result?.id);
	if (state.open === null || result === null || rule === undefined) {
		return stay({...state, message: 'No rule of this control waits for a person.'});
	}

	if (state.open.readOnly !== null) {
		return stay({...state, message: state.open.readOnly});
	}

	if (isRead(result)) {
		const on = screen.stage !== 'act' ? 'rule' : isOnQuestion(state) ? 'question' : 'click';
		return stay({...state, message: insteadOfAttesting(rule, result, state.open, on)});
	}

	const register = result.status === 'not_applicable' ? null : beginRegister(state, screen.control, rule);
	return (
		register ??
		stay({...state, form: attestForm(screen.control, rule, {...state, session: state.open.session})})
	);
}

/** The latest change that can be taken back, when it was made for this control. */
function undo(state: AppState, {control}: ControlScreen): Step {
	const {open} = state;
	const latest = undoables(open?.session.changes ?? []).find(({why}) => why === null);
	return open !== null && latest?.change.control === control
		? undoLast(state, open)
		: stay({...state, message: 'This program changed nothing for this control that could be taken back.'});
}

function waive(state: AppState): Step {
	const result = selectedRule(state);
	const rule = shownControl(state)?.control.rules.find(candidate => candidate.id === result?.id);
	if (state.open === null || rule === undefined || result === null) {
		return stay({...state, message: 'Select a rule to waive it.'});
	}

	if (state.open.readOnly !== null) {
		return stay({...state, message: state.open.readOnly});
	}

	return result.status === 'pass' || result.status === 'not_applicable'
		? stay({...state, message: 'There is nothing to waive: this rule is not failing.'})
		: stay({
				...state,
				form: waiveForm({kind: 'rule', rule: rule.id, ruleVersion: rule.version}, rule.title, {
					...state,
					session: state.open.session,
					maxDays: mostDays(state.policy),
				}),
			});
}

function back(state: AppState): Step {
	const previous =
		state.behind.at(-1) ?? (state.open === null ? startScreen : {kind: 'controls' as const, row: null});
	return stay({...state, screen: previous, behind: state.behind.slice(0, -1)});
}
