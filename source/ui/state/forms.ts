import {makeSafe} from '../../terminal/make-safe.ts';
import type {ControlId} from '../../types/control.ts';
import type {Rule} from '../../types/rule.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../../types/session.ts';
import type {AttestForm, NoteForm} from './app-state.ts';
import {textField, textOf} from './text-field.ts';

/** Graphemes kept of what a person writes. */
const longest = 2000;

/** Milliseconds by which a day begins earlier where it begins first. */
const aheadOfUtc = 14 * 3_600_000;

/** An empty form for a rule, dated today; the name is asked once and then known. */
export function attestForm(
	control: ControlId,
	rule: Rule,
	state: {readonly session: SessionState; readonly knownPerson: SafeText | null; readonly now: Date},
): AttestForm {
	const {session, knownPerson, now} = state;
	return {
		kind: 'attest',
		control,
		rule: rule.id,
		question: rule.question,
		field: 'answer',
		answer: 'pass',
		seen: textField(''),
		observed: textField(now.toISOString().slice(0, 10)),
		name: textField(session.person ?? knownPerson ?? ''),
		asksName: session.person === null,
		problem: null,
		saving: false,
	};
}

export function noteForm(control: ControlId): NoteForm {
	return {kind: 'note', control, text: textField(''), problem: null, saving: false};
}

/** The fields of the attestation in the order they are asked. */
export function attestFields(asksName: boolean): readonly AttestForm['field'][] {
	return asksName ? ['answer', 'seen', 'observed', 'name'] : ['answer', 'seen', 'observed'];
}

/** What a finished form records, or the field that stands in the way and why. */
export type Finished<Field> =
	| {readonly kind: 'events'; readonly events: readonly SessionEvent[]}
	| {readonly kind: 'problem'; readonly field: Field; readonly problem: string};

export function finishAttest(
	form: AttestForm,
	ruleVersion: number,
	session: SessionState,
	now: Date,
): Finished<AttestForm['field']> {
	const seen = textOf(form.seen).trim();
	if (seen === '') {
		return {
			kind: 'problem',
			field: 'seen',
			problem: 'Write what you saw: a report has to show more than a yes.',
		};
	}

	const observed = textOf(form.observed).trim();
	const day = new Date(`${observed}T00:00:00Z`);
	if (
		!/^\d{4}-\d{2}-\d{2}$/.test(observed) ||
		Number.isNaN(day.getTime()) ||
		day.toISOString().slice(0, 10) !== observed
	) {
		return {
			kind: 'problem',
			field: 'observed',
			problem: 'Write the day as YEAR-MONTH-DAY, for example 2026-11-24.',
		};
	}

	if (day.getTime() > now.getTime() + aheadOfUtc) {
		return {
			kind: 'problem',
			field: 'observed',
			problem: 'That day is still to come: write the day you looked.',
		};
	}

	const name = textOf(form.name).trim();
	if (name === '') {
		return {kind: 'problem', field: 'name', problem: 'Write your name: an attestation is somebody’s word.'};
	}

	const by = makeSafe(name);
	const naming: readonly SessionEvent[] = session.person === by ? [] : [{type: 'person_named', name: by}];
	return {
		kind: 'events',
		events: [
			...naming,
			{
				type: 'rule_attested',
				attestation: {
					rule: form.rule,
					ruleVersion,
					resource: null,
					status: form.answer,
					by,
					observedOn: observed,
					seen: makeSafe(seen, longest),
				},
			},
		],
	};
}

export function finishNote(form: NoteForm): Finished<'text'> {
	const note = textOf(form.text).trim();
	return note === ''
		? {kind: 'problem', field: 'text', problem: 'The note is still empty. Write it, or press Esc to leave.'}
		: {
				kind: 'events',
				events: [{type: 'note_written', control: form.control, text: makeSafe(note, longest)}],
			};
}
