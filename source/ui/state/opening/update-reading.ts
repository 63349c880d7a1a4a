import {sinceOf} from '../../../assessment/in-doubt.ts';
import {hasAnswers, isSilent} from '../../../assessment/read-outcomes.ts';
import type {Facts} from '../../../types/facts.ts';
import type {TimedEvent} from '../app-event.ts';
import type {AppState, Open, Reading} from '../app-state.ts';
import {afterReading} from '../control/still-failing.ts';
import type {Effect} from '../effect.ts';
import {judge} from '../judge.ts';
import {waiversMessage} from '../picking/waiver-rows.ts';
import {newsMessage} from '../places/news.ts';
import {type Step, stay} from '../step.ts';
import {withOpen} from '../with-open.ts';
import {assessmentRecord} from './assessment-record.ts';
import {keepEarlier} from './keep-earlier.ts';
import {lastKnown} from './last-known.ts';
import {withoutOtherClaims} from './look-up-again.ts';

type ReadingEvent = Extract<
	TimedEvent,
	{
		type:
			| 'reading_started'
			| 'fact_read'
			| 'claims_read'
			| 'read_progress'
			| 'read_waiting'
			| 'reading_finished'
			| 'reading_stopped'
			| 'reading_failed';
	}
>;

/** What happens while the organization is read. */
export function updateReading(state: AppState, event: ReadingEvent): Step {
	switch (event.type) {
		case 'reading_started': {
			const begun = withOpen(state, keepEarlier);
			return stay(
				withReading(begun, {kind: 'under_way', done: 0, total: 0, waiting: null}, begun.open?.imported ?? {}),
			);
		}

		case 'fact_read': {
			return stay(withFacts(state, event.facts));
		}

		case 'claims_read': {
			const read = withFacts(state, event.facts);
			return read.open?.reading.kind === 'finished' ? {state: read, effects: keepVerdicts(read)} : stay(read);
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
			return state.open !== null && isSilent(state.open.facts)
				? failed(state, event.at, 'Mixpanel did not answer, so nothing could be read; r tries again.')
				: finished(state, {kind: 'finished', at: event.at, requests: event.requests});
		}

		case 'reading_stopped': {
			return state.open?.reading.kind === 'under_way'
				? failed(state, event.at, 'Reading was stopped; press r to read again.')
				: stay(state);
		}

		case 'reading_failed': {
			// The page of what is new says it by itself, and a message would lie over its ways on.
			const message = state.screen.kind === 'news' ? null : event.what;
			return failed({...state, message}, event.at, event.what);
		}
	}
}

function withFacts(state: AppState, facts: Facts): AppState {
	return withOpen(state, open =>
		judge({...open, facts: {...open.facts, ...withoutOtherClaims(facts, open, state)}}, state),
	);
}

function withReading(state: AppState, reading: Reading, facts?: Open['facts']): AppState {
	return withOpen(state, open => judge({...open, reading, facts: facts ?? open.facts}, state));
}

function finished(state: AppState, reading: Reading): Step {
	const read = withReading(state, reading);
	const {open} = read;
	if (open === null) {
		return stay(read);
	}

	// A word given from here on was given in sight of this reading.
	const knowledge = [...open.knowledge, sinceOf(open.facts, read.now.toISOString())];
	return {
		state: {
			...withOpen(read, () => ({...open, knowledge})),
			message:
				afterReading(read) ??
				(read.screen.kind === 'news' ? null : newsMessage(open, read)) ??
				waiversMessage(read, open) ??
				read.message,
		},
		effects: keepVerdicts(read),
	};
}

/** What was read so far stays; where nothing was, what was last known comes back. Nothing of it is recorded. */
function failed(state: AppState, at: Date, what: string): Step {
	return stay(
		withOpen(state, open =>
			judge(
				hasAnswers(open.facts) || open.before === null
					? {...open, reading: {kind: 'failed', at, what}}
					: lastKnown(open, open.before, what),
				state,
			),
		),
	);
}

/** The verdicts with the facts they rest on, which were read just now. */
function keepVerdicts(state: AppState): readonly Effect[] {
	const {open} = state;
	return open === null || open.readOnly !== null
		? []
		: [{type: 'record_assessment', assessment: assessmentRecord(open, state), facts: open.facts}];
}
