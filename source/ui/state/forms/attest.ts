import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Attestation} from '../../../types/assessment.ts';
import type {ControlId} from '../../../types/control.ts';
import type {Rule} from '../../../types/rule.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldChoice, fieldText, newForm, unchosen} from './form.ts';
import {dayText, isoDay, isToCome, notADay} from './iso-day.ts';
import {personFields, signedBy} from './person-field.ts';

/** Graphemes kept of what a person writes. */
const longest = 2000;

/** What a person can say of a statement. */
export const answers: readonly Choice[] = [
	{value: 'pass', words: 'Yes', key: 'y'},
	{value: 'fail', words: 'No', key: 'n'},
	{value: 'not_applicable', words: 'Does not apply', key: 'x'},
];

/** An empty form for a rule, dated today. */
export function attestForm(
	control: ControlId,
	rule: Rule,
	state: {readonly session: SessionState; readonly knownPerson: SafeText | null; readonly now: Date},
): Form {
	return newForm({
		purpose: {kind: 'attest', control, rule: rule.id},
		title: rule.question,
		explanation: `Your word on: ${rule.title}.`,
		fields: [
			{name: 'answer', label: 'Your answer', kind: 'choice', choices: answers, chosen: unchosen},
			{
				name: 'seen',
				label: 'What you saw',
				kind: 'text',
				value: textField(''),
				hint: rule.worthWriting === undefined ? 'In your words.' : `In your words: ${rule.worthWriting}.`,
			},
			{name: 'observed', label: 'Seen on', kind: 'text', value: textField(dayText(state.now))},
			{
				name: 'file',
				label: 'File, if any',
				kind: 'text',
				value: textField(''),
				hint: 'What shows it. The file is not kept, only its SHA-256.',
			},
			...personFields(state.session, state.knownPerson),
		],
	});
}

/** The attestation of a finished form, with the rule's question as it is now. What a No was seen by may be left out. */
export function finishAttest(
	form: Form,
	rule: Pick<Rule, 'id' | 'version' | 'question'>,
	session: SessionState,
	now: Date,
): Finished {
	const status = statusOf(fieldChoice(form, 'answer'));
	if (status === null) {
		return problem('answer', 'Choose what is so: y for yes, n for no, x if it does not apply.');
	}

	const seen = fieldText(form, 'seen');
	if (seen === '' && status !== 'fail') {
		return problem('seen', 'Write what you saw: a report has to show more than a yes.');
	}

	const observed = fieldText(form, 'observed');
	const day = isoDay(observed);
	if (day === null) {
		return problem('observed', notADay(observed));
	}

	if (isToCome(day, now)) {
		return problem('observed', 'That day is still to come: write the day you looked.');
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: an attestation is somebody’s word.');
	}

	const file = fieldText(form, 'file');
	const attestation = {
		rule: rule.id,
		ruleVersion: rule.version,
		question: makeSafe(rule.question, longest),
		resource: null,
		status,
		by: signed.by,
		observedOn: observed,
		seen: makeSafe(seen, longest),
	};
	return {
		kind: 'events',
		events: [...signed.naming, {type: 'rule_attested', attestation}],
		message: 'Recorded as your word.',
		...(file === '' ? {} : {evidence: file}),
	};
}

function statusOf(answer: string): Attestation['status'] | null {
	return answer === 'pass' || answer === 'fail' || answer === 'not_applicable' ? answer : null;
}
