import type {AppState} from '../../ui/state/app-state.ts';
import type {Form, FormField} from '../../ui/state/forms/form.ts';
import {formHint, formRemark} from '../../ui/state/forms/form-hint.ts';
import {signerOf} from '../../ui/state/forms/person-field.ts';
import {textOf} from '../../ui/state/text-field.ts';
import {type Journey, tell} from './journey.ts';
import {sayWrapped} from './say.ts';

/** What came of a question of a form: its value, away from the form, or broken off. */
type Filled = {readonly kind: 'value'; readonly value: string} | {readonly kind: 'leave'} | null;

/**
Ask for the fields of a form one after the other, and record. A form that could not be recorded is asked again from
the field that stood in the way. Null when broken off; nothing is recorded then.
*/
export async function askForm(journey: Journey, form: Form): Promise<'asked' | null> {
	const {asker} = journey;
	sayWrapped(asker, introduction(form, journey.store.get()));
	for (const field of fieldsToAsk(form)) {
		const filled = await askField(journey, field);
		if (filled === null) {
			return null;
		}

		if (filled.kind === 'leave') {
			leave(journey);
			return 'asked';
		}

		const before = remarkOf(journey);
		tell(journey, {type: 'field_answered', name: field.name, value: filled.value});
		const remark = remarkOf(journey);
		if (remark !== null && remark !== before) {
			sayWrapped(asker, [remark]);
		}
	}

	finish(journey);
	return 'asked';
}

/** What to think of before the form is recorded as it stands. */
function remarkOf({store}: Journey): string | null {
	const {form, open, controls} = store.get();
	return form === null || open === null ? null : formRemark(form, {controls}, open.session);
}

/** What is asked and what follows from it; after a problem only that. */
function introduction(form: Form, state: AppState): readonly string[] {
	if (form.problem !== null) {
		return [form.problem];
	}

	const hint = formHint(form, state);
	const signer = state.open === null ? null : signerOf(form, state.open.session);
	return [
		'',
		form.title,
		form.explanation,
		...(hint === null ? [] : [hint]),
		...(signer === null ? [] : [`Recorded as ${signer}. A in the list of controls gives another name.`]),
		'An empty answer takes what stands in brackets. 0 leaves without recording.',
	];
}

/** After a problem only what stood in the way. */
function fieldsToAsk({fields, active, problem}: Form): readonly FormField[] {
	return problem === null ? fields : fields.slice(active, active + 1);
}

/** Out of the form, recording nothing: whoever said so here need not say it twice. */
function leave(journey: Journey): void {
	tell(journey, {type: 'command', command: 'cancel'});
	if (journey.store.get().form !== null) {
		tell(journey, {type: 'command', command: 'cancel'});
	}
}

/** Accept field after field: the last one records. */
function finish(journey: Journey): void {
	const {form} = journey.store.get();
	for (let index = form?.active ?? 0; index < (form?.fields.length ?? 0); index += 1) {
		tell(journey, {type: 'command', command: 'accept'});
	}
}

async function askField(journey: Journey, field: FormField): Promise<Filled> {
	if (field.hint !== undefined) {
		sayWrapped(journey.asker, [field.hint]);
	}

	switch (field.kind) {
		case 'text': {
			return askText(journey, field.label, textOf(field.value));
		}

		case 'choice': {
			return askChoice(journey, field);
		}
	}
}

async function askText({asker}: Journey, label: string, given: string): Promise<Filled> {
	const answer = await asker.ask(given === '' ? `${label}:` : `${label} [${given}], - for nothing:`);
	switch (answer) {
		case null: {
			return null;
		}

		case '': {
			return {kind: 'value', value: given};
		}

		case '-': {
			return {kind: 'value', value: ''};
		}

		case '0': {
			return leaveOrZero(asker);
		}

		default: {
			return {kind: 'value', value: answer};
		}
	}
}

/** A text may be a zero, too. */
async function leaveOrZero(asker: Journey['asker']): Promise<Filled> {
	const answer = await asker.ask('Leave without recording? y leaves, n takes 0 as your answer [y]:');
	if (answer === null) {
		return null;
	}

	return answer.toLowerCase().startsWith('n') ? {kind: 'value', value: '0'} : {kind: 'leave'};
}

async function askChoice(
	{asker}: Journey,
	{label, choices, chosen}: Extract<FormField, {kind: 'choice'}>,
): Promise<Filled> {
	const offered = choices.map((choice, index) => `${index + 1} ${choice.words}`).join(', ');
	sayWrapped(asker, [`${label}: ${offered}`]);
	for (;;) {
		const given = choices[chosen];
		const answer = await asker.ask(given === undefined ? `${label}:` : `${label} [${given.words}]:`);
		if (answer === null) {
			return null;
		}

		if (answer === '0') {
			return {kind: 'leave'};
		}

		const picked =
			answer === ''
				? given
				: (choices[Number(answer) - 1] ??
					choices.find(({key, words}) => key === answer || words.toLowerCase() === answer.toLowerCase()));
		if (picked !== undefined) {
			return {kind: 'value', value: picked.value};
		}

		sayWrapped(asker, [`Answer with a number from 1 to ${choices.length}.`]);
	}
}
