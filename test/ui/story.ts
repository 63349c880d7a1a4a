import assert from 'node:assert/strict';
import {fold} from '../../source/session/fold.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Command} from '../../source/ui/keys/bindings.ts';
import type {AppEvent} from '../../source/ui/state/app-event.ts';
import type {AppState, ControlScreen, Open} from '../../source/ui/state/app-state.ts';
import type {Effect} from '../../source/ui/state/effect.ts';
import {type Form, fieldChoice} from '../../source/ui/state/forms/form.ts';
import {type TextField, textField} from '../../source/ui/state/text-field.ts';
import {update} from '../../source/ui/state/update.ts';
import {type Found, now, openedEvent, readingEvents, started} from './world.ts';

/** A command, or anything else that can happen. */
export type Move = Command | AppEvent;

export type Told = {readonly state: AppState; readonly effects: readonly Effect[]};

/** What comes of one thing after another: the last state, and every effect asked for on the way. */
export function tell(state: AppState, ...moves: readonly Move[]): Told {
	let told: Told = {state, effects: []};
	for (const move of moves) {
		const event: AppEvent = typeof move === 'string' ? {type: 'command', command: move} : move;
		const step = update(told.state, {...event, at: now});
		told = {state: step.state, effects: [...told.effects, ...step.effects]};
	}

	return told;
}

/** As `tell`, with a disk that never fails: whatever is to be recorded is in the session at once. */
export function live(state: AppState, ...moves: readonly Move[]): Told {
	let told: Told = {state, effects: []};
	for (const move of moves) {
		const {state: moved, effects} = tell(told.state, move);
		told = {state: moved, effects: [...told.effects, ...effects]};
		for (const effect of effects) {
			const session = told.state.open?.session;
			const events = eventsOf(effect);
			if (events.length > 0 && session !== undefined) {
				told = {
					...told,
					state: tell(told.state, {
						type: 'session_changed',
						session: events.reduce((to, event) => fold(to, {at: now.toISOString(), event}), session),
						message: effect.type === 'record' ? effect.message : null,
						ofForm: effect.type === 'record' && effect.ofForm,
					}).state,
				};
			}
		}
	}

	return told;
}

/** The wizard in an organization that has been read. */
export function inside(found: Found, columns = 80, rows = 24): AppState {
	return live(started(columns, rows), openedEvent(found.target), ...readingEvents(found)).state;
}

/** Text typed at the cursor. */
export function typed(text: string): AppEvent {
	return {type: 'edit', edit: {kind: 'insert', text}};
}

export function recorded(told: Told): readonly SessionEvent[] {
	return told.effects.flatMap(eventsOf);
}

function eventsOf(effect: Effect): readonly SessionEvent[] {
	switch (effect.type) {
		case 'record': {
			return effect.events;
		}

		case 'record_assessment': {
			return [{type: 'assessment_recorded', assessment: effect.assessment}];
		}

		default: {
			return [];
		}
	}
}

export function openOf(state: AppState): Open {
	if (state.open === null) {
		throw new Error('No organization is open');
	}

	return state.open;
}

export function controlOf(state: AppState): ControlScreen {
	if (state.screen.kind !== 'control') {
		throw new Error(`The screen is ${state.screen.kind}`);
	}

	return state.screen;
}

/** The attestation being written, field by field. */
export function attestOf(state: AppState) {
	const {form} = state;
	assert.ok(form?.purpose.kind === 'attest');
	return {
		rule: form.purpose.rule,
		field: form.fields[form.active]?.name ?? '',
		answer: fieldChoice(form, 'answer'),
		seen: textIn(form, 'seen'),
		observed: textIn(form, 'observed'),
		name: textIn(form, 'name'),
		problem: form.problem,
		saving: form.saving,
	};
}

/** The note being written. */
export function noteOf(state: AppState) {
	const {form} = state;
	assert.ok(form?.purpose.kind === 'note');
	return {text: textIn(form, 'text'), problem: form.problem, saving: form.saving};
}

function textIn(form: Form, name: string): TextField {
	const field = form.fields.find(candidate => candidate.name === name);
	return field?.kind === 'text' ? field.value : textField('');
}
