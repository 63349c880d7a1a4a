import type {ChangePlan} from '../../remediation/change-plan.ts';
import type {TimedEvent} from './app-event.ts';
import type {AppState} from './app-state.ts';
import {arrive} from './arrive.ts';
import {chooseRow} from './choose-row.ts';
import {rescueFirst} from './control/rescue-first.ts';
import {backTo} from './fixes/update-fix.ts';
import {afterClickForm} from './forms/after-click-form.ts';
import {afterForm} from './forms/after-form.ts';
import {answerField, withProblem} from './forms/form.ts';
import {updateImport} from './forms/import-evidence.ts';
import {goOnWith, judge} from './judge.ts';
import {lookUpAgain} from './opening/look-up-again.ts';
import {updateOpening} from './opening/update-opening.ts';
import {updateReading} from './opening/update-reading.ts';
import {openRoad, roadTitle, withStartRows} from './opening/update-start.ts';
import {type Step, stay} from './step.ts';
import {updateByCommand} from './update-by-command.ts';
import {updateByEdit} from './update-by-edit.ts';
import {withOpen} from './with-open.ts';

/** The one reducer: pure, total, and the only place where the wizard's state changes. */
export function update(before: AppState, event: TimedEvent): Step {
	return lookUpAgain(before, rescueFirst(before, take(before, event)));
}

function take(before: AppState, event: TimedEvent): Step {
	const state: AppState = {...before, now: event.at};
	switch (event.type) {
		case 'command': {
			return updateByCommand({...state, message: null}, event.command);
		}

		case 'edit': {
			return stay(updateByEdit({...state, message: null}, event.edit));
		}

		case 'row_chosen': {
			return stay(chooseRow(state, event.row));
		}

		case 'field_answered': {
			return stay({...state, form: state.form === null ? null : answerField(state.form, event)});
		}

		case 'resized': {
			// Said at the beginning as well: what changes nothing must not make the screen be drawn again.
			return stay(
				event.columns === before.columns && event.rows === before.rows
					? before
					: fromItsTop({...state, columns: event.columns, rows: event.rows}),
			);
		}

		case 'turned': {
			return stay({...state, turn: state.turn + 1});
		}

		case 'road_chosen': {
			return openRoad(state, event.road, roadTitle(event.road));
		}

		case 'fix_planned': {
			return stay(confirmFix(state, event));
		}

		case 'fix_progress': {
			const {fix} = state;
			return stay(
				fix?.kind === 'running'
					? {...state, fix: {...fix, index: event.index, step: event.step, subject: event.subject}}
					: state,
			);
		}

		case 'fix_ended': {
			return stay(
				withOpen({...state, fix: {kind: 'ended', result: event.result}}, open =>
					judge({...open, session: event.session}, state),
				),
			);
		}

		case 'fix_failed': {
			return stay({...state, fix: null, message: event.what});
		}

		case 'told': {
			return stay({...state, message: event.message});
		}

		case 'person_known': {
			return stay({...state, knownPerson: event.name});
		}

		case 'start_rows_known': {
			return stay(withStartRows(state, event.rows));
		}

		case 'guide_known': {
			return stay({...state, controls: event.controls, chapters: event.chapters, reference: event.reference});
		}

		case 'opened':
		case 'knowledge_recalled':
		case 'open_failed':
		case 'unconnected':
		case 'reached': {
			return updateOpening(state, event);
		}

		case 'text_saved': {
			return stay({...state, saved: [...state.saved, event.path]});
		}

		case 'session_changed': {
			const form = event.ofForm ? state.form : null;
			const changed = withOpen(
				{
					...(event.ofForm ? closeSavedForm(state) : state),
					message: event.message ?? state.message,
				},
				open => goOnWith(event.session, open, state),
			);
			return form === null ? stay(changed) : (afterClickForm(changed, form) ?? afterForm(changed, form));
		}

		case 'session_failed': {
			return stay(
				event.ofForm ? reopenForm(state, event.what, event.field) : {...state, message: event.what},
			);
		}

		case 'import_progressed':
		case 'evidence_imported': {
			return stay(updateImport(state, event));
		}

		case 'report_made':
		case 'report_failed':
		case 'facts_loaded': {
			return stay(arrive(state, event));
		}

		case 'claims_read':
		case 'reading_started':
		case 'fact_read':
		case 'read_progress':
		case 'read_waiting':
		case 'reading_finished':
		case 'reading_stopped':
		case 'reading_failed': {
			return updateReading(state, event);
		}
	}
}

function closeSavedForm(state: AppState): AppState {
	return state.form?.saving === true ? {...state, form: null} : state;
}

function reopenForm(state: AppState, problem: string, field?: string): AppState {
	return state.form?.saving === true
		? {...state, message: null, form: withProblem(state.form, problem, field)}
		: state;
}

/** From planning to the confirmation; to nothing when nothing could be planned or the person has gone on. */
function confirmFix(
	state: AppState,
	planned: {readonly plans: readonly ChangePlan[]; readonly refused: readonly string[]},
): AppState {
	if (state.fix?.kind !== 'planning') {
		return state;
	}

	const [first, ...more] = planned.plans;
	return first === undefined
		? {...state, fix: backTo(state.fix.behind, state.now), message: planned.refused.join(' ')}
		: {
				...state,
				fix: {
					kind: 'confirming',
					plans: [first, ...more],
					refused: planned.refused,
					answer: 'no',
					isWhole: false,
					scroll: 0,
					since: state.now,
					behind: state.fix.behind,
				},
			};
}

/** What is said of the selected row, from its beginning: with other room another part of it lies behind. */
function fromItsTop(state: AppState): AppState {
	return 'past' in state.screen ? {...state, screen: {...state.screen, past: 0}} : state;
}
