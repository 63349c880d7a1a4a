import {makeSafe} from '../../../terminal/make-safe.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../../../types/session.ts';
import {textField} from '../text-field.ts';
import {type Form, type FormField, type FormPurpose, fieldText, moveField} from './form.ts';

const label = 'Your name';

/** The field for the person's name: asked once, then known to the session. */
export function personFields(session: SessionState, knownPerson: SafeText | null): readonly FormField[] {
	return session.person === null
		? [{name: 'name', label, kind: 'text', value: textField(knownPerson ?? '')}]
		: [];
}

/** Forms whose record carries a name; the others are of the session or ask for the name themselves. */
const signed: {readonly [Kind in FormPurpose['kind']]: boolean} = {
	attest: true,
	not_on_screen: true,
	park: true,
	assure: true,
	waive: true,
	exempt: true,
	rows: true,
	hand_over: true,
	confirm: true,
	note: false,
	take_back: false,
	profile: false,
	name: false,
	report: false,
	import: false,
};

/** Whose name stands under what the form records, where the form does not ask for it; null where it does, or none is. */
export function signerOf({purpose, fields}: Form, {person}: Pick<SessionState, 'person'>): SafeText | null {
	return signed[purpose.kind] && !fields.some(({name}) => name === 'name') ? person : null;
}

/** The form on the field for the name, which comes to its end with the name so far; null where nothing is signed. */
export function signAnew(form: Form, {person}: Pick<SessionState, 'person'>): Form | null {
	if (!signed[form.purpose.kind]) {
		return null;
	}

	if (signerOf(form, {person}) === null) {
		return moveField(form, 'name');
	}

	const field: FormField = {name: 'name', label, kind: 'text', value: textField(person ?? '')};
	return moveField({...form, fields: [...form.fields, field], began: [...form.began, field]}, 'name');
}

/** Who signs the form, with the event that remembers a new name; null when no name was given. */
export function signedBy(
	form: Form,
	{person}: SessionState,
): {readonly by: SafeText; readonly naming: readonly SessionEvent[]} | null {
	const signer = signerOf(form, {person});
	if (signer !== null) {
		return {by: signer, naming: []};
	}

	const typed = fieldText(form, 'name');
	if (typed === '') {
		return null;
	}

	const name = makeSafe(typed);
	return {by: name, naming: name === person ? [] : [{type: 'person_named', name}]};
}
