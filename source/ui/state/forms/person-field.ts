import {makeSafe} from '../../../terminal/make-safe.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../../../types/session.ts';
import {textField} from '../text-field.ts';
import {type Form, type FormField, fieldText} from './form.ts';

/** The field for the person's name: asked once, then known to the session. */
export function personFields(session: SessionState, knownPerson: SafeText | null): readonly FormField[] {
	return session.person === null
		? [{name: 'name', label: 'Your name', kind: 'text', value: textField(knownPerson ?? '')}]
		: [];
}

/** Who signs the form, with the event that remembers a new name; null when no name was given. */
export function signedBy(
	form: Form,
	session: SessionState,
): {readonly by: SafeText; readonly naming: readonly SessionEvent[]} | null {
	if (session.person !== null) {
		return {by: session.person, naming: []};
	}

	const name = fieldText(form, 'name');
	return name === '' ? null : {by: makeSafe(name), naming: [{type: 'person_named', name: makeSafe(name)}]};
}
