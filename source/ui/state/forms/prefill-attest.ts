import type {Click} from '../../../types/control.ts';
import type {AppState} from '../app-state.ts';
import type {Step} from '../step.ts';
import {textField} from '../text-field.ts';
import {selectedClick} from './begin-click-form.ts';
import {type Form, fieldText} from './form.ts';

/** An attestation begun from the clicks, filled in with how to see that the click worked, for the person to put right. */
export function prefillAttest(step: Step): Step {
	const {state} = step;
	const {form} = state;
	if (form?.purpose.kind !== 'attest' || fieldText(form, 'seen') !== '') {
		return step;
	}

	const suggested = clickFor(state, form.purpose.rule)?.seenWhen;
	return suggested === undefined
		? step
		: {
				...step,
				state: {...state, form: withSeen({...form, purpose: {...form.purpose, suggested}}, suggested)},
			};
}

/** The selected click where it serves the rule, else the last one done, else the last one. */
function clickFor(state: AppState, id: string): Click | undefined {
	const rule = state.controls.flatMap(({rules}) => rules).find(each => each.id === id);
	const clicks = state.controls
		.flatMap(({clickGroups}) => clickGroups.flatMap(group => group.clicks))
		.filter(click => rule?.clicks.includes(click.id));
	const selected = selectedClick(state);
	return (
		clicks.find(click => click.id === selected?.id) ??
		clicks.findLast(click => state.open?.session.ticked.has(click.id)) ??
		clicks.at(-1)
	);
}

function withSeen(form: Form, words: string): Form {
	return {
		...form,
		fields: form.fields.map(field =>
			field.kind === 'text' && field.name === 'seen' ? {...field, value: textField(words)} : field,
		),
	};
}
