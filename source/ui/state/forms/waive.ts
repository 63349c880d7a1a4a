import {makeSafe} from '../../../terminal/make-safe.ts';
import type {WaiverRecord, WaiverScope} from '../../../types/decision.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import {type Choice, type Form, fieldChoice, fieldText, newForm, unchosen} from '../form.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {dayText, isoDay, notADay} from './iso-day.ts';
import {personFields, signedBy} from './person-field.ts';

const kinds: readonly Choice[] = [
	{value: 'accepted_risk', words: 'Accepted risk', key: 'a'},
	{value: 'compensating', words: 'Compensated', key: 'c'},
	{value: 'disputed', words: 'Disputed', key: 'd'},
];

/** A waiver for a rule or a control. It ends in 90 days unless the person says otherwise. */
export function waiveForm(
	scope: WaiverScope,
	what: string,
	state: {readonly session: SessionState; readonly knownPerson: SafeText | null; readonly now: Date},
): Form {
	return newForm({
		purpose: {kind: 'waive', scope},
		title: `Waive: ${what}`,
		explanation:
			'What was measured stays and is shown; a waiver says who accepts it, why and until when. It counts as not passed.',
		fields: [
			{name: 'kind', label: 'Kind', kind: 'choice', choices: kinds, chosen: unchosen},
			{name: 'reason', label: 'Reason', kind: 'text', value: textField('')},
			{name: 'owner', label: 'Who answers', kind: 'text', value: textField(state.session.person ?? '')},
			{name: 'expires', label: 'Until', kind: 'text', value: textField(dayText(state.now, 90))},
			...personFields(state.session, state.knownPerson),
		],
	});
}

/** The waiver of a finished form: reason, owner and an end within `maxDays` are all required (contract §2). */
export function finishWaive(
	form: Form,
	scope: WaiverScope,
	maxDays: number,
	session: SessionState,
	now: Date,
): Finished {
	const kind = kindOf(fieldChoice(form, 'kind'));
	if (kind === null) {
		return problem(
			'kind',
			'Choose its kind: a for an accepted risk, c for one compensated otherwise, d for disputed.',
		);
	}

	const reason = fieldText(form, 'reason');
	if (reason === '') {
		return problem('reason', 'Write why: a waiver without a reason is a gap with a name.');
	}

	const owner = fieldText(form, 'owner');
	if (owner === '') {
		return problem('owner', 'Write who answers for it.');
	}

	const expires = fieldText(form, 'expires');
	const day = isoDay(expires);
	if (day === null) {
		return problem('expires', notADay(expires));
	}

	if (expires <= dayText(now)) {
		return problem('expires', 'That day has passed: write a day to come.');
	}

	if (expires > dayText(now, maxDays)) {
		return problem('expires', `A waiver lasts ${maxDays} days at most: until ${dayText(now, maxDays)}.`);
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: a waiver is signed.');
	}

	const waiver = {
		scope,
		waiver: kind,
		reason: makeSafe(reason, 2000),
		owner: makeSafe(owner),
		expires,
		by: signed.by,
	};
	return {
		kind: 'events',
		events: [...signed.naming, {type: 'waived', waiver}],
		message: `Waived until ${expires}.`,
	};
}

function kindOf(value: string): WaiverRecord['waiver'] | null {
	return value === 'accepted_risk' || value === 'compensating' || value === 'disputed' ? value : null;
}
