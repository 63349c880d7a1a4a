import type {Change} from '../types/change.ts';
import type {Parked} from '../types/decision.ts';
import {unansweredProfile} from '../types/profile.ts';
import type {SessionEvent, SessionState} from '../types/session.ts';
import {type Draft, keyOf, parkedKey, replace, scopeKey, toDraft, toState} from './draft.ts';
import {keepAssessment} from './keep-assessment.ts';
import {resetDecisions} from './reset-decisions.ts';

/** An event and the moment it was recorded, UTC ISO 8601. */
export type RecordedEvent = {readonly at: string; readonly event: SessionEvent};

/** The state of a session in which nothing has happened yet. */
export const emptySession: SessionState = {
	training: null,
	person: null,
	profile: unansweredProfile,
	place: null,
	visited: new Set(),
	ticked: new Set(),
	attestations: [],
	notes: new Map(),
	assessments: [],
	readings: [],
	waivers: [],
	exemptions: [],
	register: [],
	confirmations: [],
	parked: [],
	discrepancies: [],
	rescueSheets: new Map(),
	assurances: [],
	changes: [],
	evidence: [],
	report: null,
	openedAt: null,
	lastAt: null,
};

/** The state after one more event; the given state is left as it was. */
export function fold(state: SessionState, recorded: RecordedEvent): SessionState {
	const folding = startFolding(state);
	folding.take(recorded);
	return folding.state();
}

/** The state after all events, in their order. Takes time in proportion to their number. */
export function foldAll(events: Iterable<RecordedEvent>, from: SessionState = emptySession): SessionState {
	const folding = startFolding(from);
	for (const recorded of events) {
		folding.take(recorded);
	}

	return folding.state();
}

/** A fold under way, for events that arrive one after the other. */
export type Folding = {take(recorded: RecordedEvent): void; state(): SessionState};

// Copying every collection at each event would make a long journal cost its length squared, so the collections
// are copied when a fold begins and when its state is asked for, and written in place between.
export function startFolding(from: SessionState = emptySession): Folding {
	const draft = toDraft(from);
	return {
		take({at, event}) {
			draft.openedAt ??= at;
			draft.lastAt = at;
			apply(draft, event, at);
		},
		state: () => toState(draft),
	};
}

function apply(draft: Draft, event: SessionEvent, at: string): void {
	switch (event.type) {
		case 'session_opened':
			return;
		case 'training_begun': {
			const {type: _, ...training} = event;
			draft.training = training;
			return;
		}

		case 'person_named':
			draft.person = event.name;
			return;
		case 'profile_answered':
			draft.profile = {...draft.profile, ...event.answers};
			return;
		case 'place_moved':
			draft.place = event.place;
			if (event.place.screen === 'control') {
				draft.visited.add(event.place.control);
			}

			return;
		case 'click_ticked':
			if (event.done) {
				draft.ticked.add(event.click);
			} else {
				draft.ticked.delete(event.click);
			}

			return;
		case 'rule_attested': {
			const attestation = {...event.attestation, at};
			const key = keyOf(attestation);
			draft.attestations.delete(key);
			draft.attestations.set(key, attestation);
			return;
		}

		case 'attestation_withdrawn':
			for (const [key, {rule}] of draft.attestations) {
				if (rule === event.rule) {
					draft.attestations.delete(key);
				}
			}

			return;
		case 'note_written': {
			const notes = draft.notes.get(event.control) ?? [];
			notes.push({text: event.text, at});
			draft.notes.set(event.control, notes);
			return;
		}

		case 'assessment_recorded':
			keepAssessment(draft.assessments, {...event.assessment, at});
			if (event.assessment.facts !== undefined) {
				draft.readings.push({...event.assessment.facts, at});
			}

			return;
		case 'waived':
			replace(draft.waivers, scopeKey(event.waiver.scope), {...event.waiver, at});
			return;
		case 'waiver_withdrawn':
			draft.waivers.delete(scopeKey(event.scope));
			return;
		case 'exempted':
			replace(draft.exemptions, keyOf(event.exemption), {...event.exemption, at});
			return;
		case 'exemption_withdrawn':
			draft.exemptions.delete(keyOf(event));
			return;
		case 'registered':
			replace(draft.register, keyOf(event.entry), {...event.entry, at});
			return;
		case 'row_withdrawn':
			draft.register.delete(keyOf(event));
			draft.attestations.delete(keyOf(event));
			return;
		case 'reading_confirmed':
			replace(draft.confirmations, event.confirmation.reading, {...event.confirmation, at});
			return;
		case 'parked':
			replace(draft.parked, parkedKey(event.parked), {...event.parked, at});
			return;
		case 'unparked':
			unpark(draft.parked, event);
			return;
		case 'discrepancy_noted':
			draft.discrepancies.push({...event.discrepancy, at});
			return;
		case 'rescue_sheet_seen':
			draft.rescueSheets.set(event.control, at);
			return;
		case 'assured':
			replace(draft.assurances, event.assurance.proof, {...event.assurance, at});
			return;
		case 'change_intended':
			draft.changes.set(event.intent.operation, {
				...event.intent,
				at,
				outcome: null,
				detail: null,
				settledAt: null,
			});
			return;
		case 'change_settled':
			settle(draft.changes, event, at);
			return;
		case 'decisions_reset':
			resetDecisions(draft, new Set(event.controls), new Set(event.rules));
			return;
		case 'report_saved':
			draft.report = {path: event.path, format: event.format, at};
			return;
		case 'evidence_imported':
			replace(draft.evidence, event.evidence.kind, {...event.evidence, at});
			return;
		case 'evidence_withdrawn':
			draft.evidence.delete(event.kind);
			return;
		default:
			event satisfies never;
	}
}

function settle(
	changes: Map<string, Change>,
	{operation, outcome, detail}: Extract<SessionEvent, {type: 'change_settled'}>,
	at: string,
): void {
	const change = changes.get(operation);
	if (change !== undefined) {
		changes.set(operation, {...change, outcome, detail, settledAt: at});
	}
}

function unpark(
	waits: Map<string, Parked>,
	{control, click}: Extract<SessionEvent, {readonly type: 'unparked'}>,
): void {
	if (click !== undefined) {
		waits.delete(parkedKey({control, click}));
		return;
	}

	for (const [key, wait] of waits) {
		if (wait.control === control) {
			waits.delete(key);
		}
	}
}
