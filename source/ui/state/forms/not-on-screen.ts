import {otherRoutes} from '../../../controls/other-routes.ts';
import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Click} from '../../../types/control.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldText, newForm} from './form.ts';
import {personFields, signedBy} from './person-field.ts';

/** Graphemes kept of what a person saw. */
const longest = 500;

const ends: readonly Choice[] = [
	{value: 'note', words: 'Note it and go on', key: 'n'},
	{value: 'park', words: 'Park the step', key: 'p'},
];

/** For a click whose screen looks different: other names and ways that are known, and what the person sees instead. */
export function notOnScreenForm(
	click: Click,
	state: {readonly session: SessionState; readonly knownPerson: SafeText | null},
): Form {
	return newForm({
		purpose: {kind: 'not_on_screen', click: click.id},
		title: `${click.id}: not on your screen?`,
		explanation: [
			...(click.alsoCalled.length === 0
				? ['No other name is known for it.']
				: [`It is or was also called: ${click.alsoCalled.join('; ')}.`]),
			...otherRoutes(click),
			...(click.path.length === 0
				? []
				: [`It needs the role ${click.role}: without it the page may not be there.`]),
		]
			.map(line => `· ${line}`)
			.join('\n'),
		fields: [
			{name: 'seen', label: 'You see instead', kind: 'text', value: textField('')},
			{name: 'then', label: 'And then', kind: 'choice', choices: ends, chosen: 0},
			...personFields(state.session, state.knownPerson),
		],
	});
}

export function finishNotOnScreen(form: Form, click: string, session: SessionState): Finished {
	const seen = fieldText(form, 'seen');
	if (seen === '') {
		return problem('seen', 'Write what is there instead: the next person looks for it too. Esc leaves it.');
	}

	const signed = signedBy(form, session);
	return signed === null
		? problem('name', 'Write your name: somebody may have to ask you.')
		: {
				kind: 'events',
				events: [
					...signed.naming,
					{type: 'discrepancy_noted', discrepancy: {click, seen: makeSafe(seen, longest), by: signed.by}},
				],
				message: `Noted at ${click}.`,
			};
}
