import type {PendingConfirmation} from '../../../assessment/pending-confirmations.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldChoice, newForm} from './form.ts';
import {personFields, signedBy} from './person-field.ts';

const answers: readonly Choice[] = [
	{value: 'unanswered', words: 'Not looked yet', key: '?'},
	{value: 'agrees', words: 'The same', key: 'y'},
	{value: 'differs', words: 'Something else', key: 'n'},
];

/** Asks a person to compare once what was read with their own screen (contract §2, confirmed). */
export function confirmForm(
	{reading, key, sentence}: PendingConfirmation,
	state: {readonly session: SessionState; readonly knownPerson: SafeText | null},
): Form {
	return newForm({
		purpose: {kind: 'confirm', reading, key},
		title: sentence,
		explanation:
			'Nobody has documented this answer of the API. Compare it once with what your Mixpanel screen shows; from then on its verdicts are confirmed.',
		fields: [
			{name: 'answer', label: 'Your screen says', kind: 'choice', choices: answers, chosen: 0},
			...personFields(state.session, state.knownPerson),
		],
	});
}

export function finishConfirm(
	form: Form,
	reading: PendingConfirmation['reading'],
	key: SafeText | null,
	session: SessionState,
): Finished {
	const answer = fieldChoice(form, 'answer');
	if (answer === 'unanswered') {
		return problem(
			'answer',
			'Look at your screen first: y for the same, n for something else, Esc to leave it.',
		);
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: it is your eyes that confirm it.');
	}

	const agrees = answer === 'agrees';
	return {
		kind: 'events',
		events: [
			...signed.naming,
			{type: 'reading_confirmed', confirmation: {reading, key, agrees, by: signed.by}},
		],
		message: agrees ? 'Confirmed. v asks for the next one.' : 'Noted: its rules are for you to look at now.',
	};
}
