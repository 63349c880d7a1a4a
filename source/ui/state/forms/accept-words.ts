import type {Form, FormPurpose} from './form.ts';
import {isDeclined} from './take-back.ts';

const ends: {readonly [Kind in FormPurpose['kind']]?: string} = {
	import: 'take it in',
	name: 'go on',
};

/** What Enter does on the active field of a form, in a word or two: to the next field, or record. */
export function acceptWords(form: Form): string {
	if (form.active < form.fields.length - 1) {
		return 'next';
	}

	if (form.purpose.kind === 'take_back') {
		return isDeclined(form) ? 'keep it' : 'take it back';
	}

	return ends[form.purpose.kind] ?? 'save';
}
