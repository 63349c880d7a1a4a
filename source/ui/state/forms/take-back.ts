import type {SessionEvent} from '../../../types/session.ts';
import type {AppState} from '../app-state.ts';
import {type Step, stay} from '../step.ts';
import {type Choice, type Form, fieldChoice, newForm} from './form.ts';

const answers: readonly Choice[] = [
	{value: 'no', words: 'No, keep it', key: 'n'},
	{value: 'yes', words: 'Yes, take it back', key: 'y'},
];

/**
Asks before a person's decision is taken back; the answer is No until it is moved. `what` says in a few words what would
go, `lines` whose it was and why, `message` what is said once it is gone.
*/
export function askTakeBack(
	state: AppState,
	events: readonly SessionEvent[],
	{
		what,
		lines,
		message,
	}: {readonly what: string; readonly lines: readonly string[]; readonly message: string},
): Step {
	const readOnly = state.open === null ? 'No organization is open.' : state.open.readOnly;
	return readOnly === null
		? stay({
				...state,
				form: newForm({
					purpose: {kind: 'take_back', events, message},
					title: `Take back ${what}?`,
					explanation: [...lines, 'The journal keeps that it was there; it does not count any more.'].join(
						'\n',
					),
					fields: [{name: 'answer', label: 'Your answer', kind: 'choice', choices: answers, chosen: 0}],
				}),
			})
		: stay({...state, message: readOnly});
}

/** Whether a form that asked for leave was answered with No. */
export function isDeclined(form: Form): boolean {
	return form.purpose.kind === 'take_back' && fieldChoice(form, 'answer') !== 'yes';
}
