import type {ProofStanding} from '../../../assessment/lock-out-standing.ts';
import {makeSafe} from '../../../terminal/make-safe.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import type {Target} from '../../../types/target.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldChoice, fieldText, newForm} from './form.ts';
import {personFields, signedBy} from './person-field.ts';

const answers: readonly Choice[] = [
	{value: 'no', words: 'Not sure', key: 'n'},
	{value: 'yes', words: 'I made sure', key: 'y'},
];

/** Before a click that can lock people out: a person says which of the open proofs they made sure of. */
export function assureForm(
	click: string,
	open: readonly ProofStanding[],
	state: {readonly session: SessionState; readonly target: Target; readonly knownPerson: SafeText | null},
): Form {
	const name = nameOf(state.target);
	return newForm({
		purpose: {kind: 'assure', click},
		title: `${click} can lock people out. What did you make sure of?`,
		explanation: [
			...open.map(({statement}, index) => `${index + 1}. ${statement}`),
			`Type the name of the organization${name === null ? '' : `, ${name},`} to say that this is the one.`,
		].join('\n'),
		fields: [
			...open.map(({id}, index) => ({
				name: id,
				label: `Number ${index + 1}`,
				kind: 'choice' as const,
				choices: answers,
				chosen: 0,
			})),
			{name: 'organization', label: 'Organization', kind: 'text', value: textField('')},
			...personFields(state.session, state.knownPerson),
		],
	});
}

/** The assurances of a finished form; the typed name has to be the organization's, where it is known. */
export function finishAssure(form: Form, session: SessionState, target: Target): Finished {
	const sure = form.fields.filter(({name}) => fieldChoice(form, name) === 'yes').map(({name}) => name);
	if (sure.length === 0) {
		return problem(
			form.fields[0]?.name ?? 'organization',
			'Nothing is said yet: y where you made sure. Esc leaves it; the click stays there either way.',
		);
	}

	const typed = fieldText(form, 'organization');
	const name = nameOf(target);
	if (typed === '' || (name !== null && typed !== name)) {
		return problem(
			'organization',
			name === null
				? 'Type the name of the organization as Mixpanel shows it.'
				: `Type ${name}, letter by letter: it is the organization this session is about.`,
		);
	}

	const signed = signedBy(form, session);
	return signed === null
		? problem('name', 'Write your name: it is your word.')
		: {
				kind: 'events',
				events: [
					...signed.naming,
					...sure.map(proof => ({
						type: 'assured' as const,
						assurance: {proof, organization: makeSafe(typed), by: signed.by},
					})),
				],
				message: 'Recorded as your word. Go on when nothing is open.',
			};
}

function nameOf(target: Target): string | null {
	return target.kind === 'byHand' || target.name.trim() === '' ? null : target.name.trim();
}
