import {makeSafe} from '../../../terminal/make-safe.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Form, fieldText, newForm} from './form.ts';

/** Asks who changes the organization, once, before the first change. */
export function nameForm(knownPerson: SafeText | null, then: 'fix' | 'undo'): Form {
	return newForm({
		purpose: {kind: 'name', then},
		title: 'Who makes this change?',
		explanation: 'Each change is recorded with a name, before it is sent.',
		fields: [{name: 'name', label: 'Your name', kind: 'text', value: textField(knownPerson ?? '')}],
	});
}

export function finishName(form: Form): Finished {
	const name = fieldText(form, 'name');
	return name === ''
		? problem('name', 'Write your name: a change is signed.')
		: {
				kind: 'events',
				events: [{type: 'person_named', name: makeSafe(name)}],
				message: '',
			};
}
