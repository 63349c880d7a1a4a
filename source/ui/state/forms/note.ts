import {makeSafe} from '../../../terminal/make-safe.ts';
import type {ControlId} from '../../../types/control.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Form, fieldText, newForm} from './form.ts';

/** Graphemes kept of a note. */
const longest = 2000;

export function noteForm(control: ControlId): Form {
	return newForm({
		purpose: {kind: 'note', control},
		title: 'A note on this control',
		explanation: 'A note stays on this machine and in your reports.',
		fields: [{name: 'text', label: 'Note', kind: 'text', value: textField('')}],
	});
}

export function finishNote(form: Form, control: ControlId): Finished {
	const note = fieldText(form, 'text');
	return note === ''
		? problem('text', 'The note is still empty. Write it, or press Esc to leave.')
		: {
				kind: 'events',
				events: [{type: 'note_written', control, text: makeSafe(note, longest)}],
				message: 'Note saved.',
			};
}
