import type {ChangePlan} from '../../remediation/change-plan.ts';
import {afterClickForm} from './after-click-form.ts';
import {afterForm} from './after-form.ts';
import type {TimedEvent} from './app-event.ts';
import type {AppState, Open, Reading} from './app-state.ts';
import {arrive} from './arrive.ts';
import {assessmentRecord} from './assessment-record.ts';
import {chooseRow} from './choose-row.ts';
import {answerField} from './form.ts';
import {judge} from './judge.ts';
import {keepEarlier} from './keep-earlier.ts';
import {newsOf} from './news.ts';
import {waiversMessage} from './picking/waiver-rows.ts';
import {rescueFirst} from './rescue-first.ts';
import {resume} from './resume.ts';
import {startScreen} from './start-screen.ts';
import {type Step, stay} from './step.ts';
import {updateByCommand} from './update-by-command.ts';
import {updateByEdit} from './update-by-edit.ts';
import {backTo} from './update-fix.ts';
import {openRoad, roadTitle} from './update-start.ts';

/** The one reducer: pure, total, and the only place where the wizard's state changes. */
export function update(before: AppState, event: TimedEvent): Step {
	return rescueFirst(before, take(before, event));
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
					: {...state, columns: event.columns, rows: event.rows},
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
			return stay({...state, startRows: event.rows});
		}

		case 'guide_known': {
			return stay({...state, controls: event.controls, chapters: event.chapters, reference: event.reference});
		}

		case 'opened': {
			const open = judge(
				{
					target: event.target,
					label: event.label,
					session: event.session,
					readOnly: event.readOnly,
					canMend: event.canMend,
					canChange: event.canChange,
					before: event.before,
					earlier: null,
					facts: {},
					reading: {kind: 'never'},
				},
				state,
			);
			const opened: AppState = {
				...state,
				open,
				sorted: null,
				message: event.notice,
				...resume(event.session, state),
			};
			return event.target.kind === 'byHand' ? stay(opened) : {state: opened, effects: [{type: 'read'}]};
		}

		case 'open_failed': {
			const row = state.screen.kind === 'start' ? state.screen.row : 0;
			return stay({...state, open: null, screen: {...startScreen, row}, behind: [], message: event.what});
		}

		case 'session_changed': {
			const form = event.ofForm ? state.form : null;
			const changed = withOpen(
				{
					...(event.ofForm ? closeSavedForm(state) : state),
					message: event.message ?? state.message,
				},
				open => judge({...open, session: event.session}, state),
			);
			return form === null
				? stay(changed)
				: (afterClickForm(changed, form) ?? afterForm(changed, form.purpose));
		}

		case 'session_failed': {
			return stay(event.ofForm ? reopenForm(state, event.what) : {...state, message: event.what});
		}

		case 'reading_started': {
			const begun = withOpen(state, keepEarlier);
			return stay(withReading(begun, {kind: 'under_way', done: 0, total: 0, waiting: null}, {}));
		}

		case 'fact_read': {
			return stay(withOpen(state, open => judge({...open, facts: {...open.facts, ...event.facts}}, state)));
		}

		case 'read_progress': {
			return stay(
				withReading(state, {kind: 'under_way', done: event.done, total: event.total, waiting: null}),
			);
		}

		case 'read_waiting': {
			return stay(
				withOpen(state, open =>
					open.reading.kind === 'under_way'
						? {...open, reading: {...open.reading, waiting: event.what}}
						: open,
				),
			);
		}

		case 'reading_finished': {
			return finishReading(state, {kind: 'finished', at: event.at, requests: event.requests});
		}

		case 'reading_stopped': {
			if (state.open?.reading.kind !== 'under_way') {
				return stay(state);
			}

			return stay(
				withReading(state, {
					kind: 'failed',
					at: event.at,
					what: 'Reading was stopped; press r to read again.',
				}),
			);
		}

		case 'report_made':
		case 'report_failed':
		case 'facts_loaded': {
			return stay(arrive(state, event));
		}

		case 'reading_failed': {
			return stay(
				withReading({...state, message: event.what}, {kind: 'failed', at: event.at, what: event.what}),
			);
		}
	}
}

function withOpen(state: AppState, change: (open: Open) => Open): AppState {
	return state.open === null ? state : {...state, open: change(state.open)};
}

function withReading(state: AppState, reading: Reading, facts?: Open['facts']): AppState {
	return withOpen(state, open => judge({...open, reading, facts: facts ?? open.facts}, state));
}

function finishReading(state: AppState, reading: Reading): Step {
	const finished = withReading(state, reading);
	if (finished.open === null || finished.open.readOnly !== null) {
		return stay(finished);
	}

	const {open} = finished;
	return {
		state: {...finished, message: newsMessage(open) ?? waiversMessage(finished, open) ?? finished.message},
		effects: [{type: 'record_assessment', assessment: assessmentRecord(open, finished), facts: open.facts}],
	};
}

function closeSavedForm(state: AppState): AppState {
	return state.form?.saving === true ? {...state, form: null} : state;
}

function reopenForm(state: AppState, problem: string): AppState {
	return state.form?.saving === true
		? {...state, message: null, form: {...state.form, saving: false, problem}}
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

/** Says that something is new, where the person is; the page about it waits behind its key. */
function newsMessage(open: Open): string | null {
	const {changed, since} = newsOf(open);
	const count = changed.filter(({kind}) => kind !== 'not_compared').length;
	return since === null || count === 0
		? null
		: `${count} ${count === 1 ? 'thing has' : 'things have'} changed at Mixpanel since the last time: c in the list of controls shows ${count === 1 ? 'it' : 'them'}.`;
}
