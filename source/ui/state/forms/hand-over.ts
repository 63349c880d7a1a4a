import {handOver, type Recipient, recipientNames, recipientsOf} from '../../../report/hand-over.ts';
import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Click, Control} from '../../../types/control.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {Open} from '../app-state.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldChoice, fieldText, newForm} from './form.ts';
import {dayText, isoDay, notADay} from './iso-day.ts';
import {personFields, signedBy} from './person-field.ts';

const keys: {readonly [Name in Recipient]: string} = {dns: 'd', idp: 'i', staff: 's', admin: 'a'};

/** Hands a part of a control to somebody else: a ready text is saved, and the control waits for that person. */
export function handOverForm(
	control: Control,
	click: Click | null,
	state: {readonly open: Pick<Open, 'session'>; readonly knownPerson: SafeText | null; readonly now: Date},
): Form {
	const choices = recipientsOf(control).map(
		(recipient): Choice => ({value: recipient, words: recipientNames[recipient], key: keys[recipient]}),
	);
	return newForm({
		purpose: {kind: 'hand_over', control: control.id, click: click?.id ?? null},
		title: `Hand over: ${control.id} ${control.shortTitle}`,
		explanation:
			'A ready ticket or announcement is saved as a file: what to do, the values, why, how to check and to undo. The control then waits.',
		fields: [
			{name: 'recipient', label: 'To', kind: 'choice', choices, chosen: 0},
			{name: 'waitingFor', label: 'Waits for', kind: 'text', value: textField('')},
			{name: 'until', label: 'Look again on', kind: 'text', value: textField(dayText(state.now, 7))},
			...personFields(state.open.session, state.knownPerson),
		],
	});
}

/** The wait and the text of a finished form. An empty day means nobody knows. */
export function finishHandOver(
	form: Form,
	control: Control,
	click: string | null,
	open: Open,
	now: Date,
): Finished {
	const waitingFor = fieldText(form, 'waitingFor');
	if (waitingFor === '') {
		return problem('waitingFor', 'Write whom it waits for: a name, a team or a ticket.');
	}

	const until = fieldText(form, 'until');
	if (until !== '' && isoDay(until) === null) {
		return problem('until', notADay(until));
	}

	if (until !== '' && until < dayText(now)) {
		return problem('until', 'That day has passed: write a day to come, or leave it empty.');
	}

	const signed = signedBy(form, open.session);
	if (signed === null) {
		return problem('name', 'Write your name: somebody has to be asked back.');
	}

	const recipient = recipientsOf(control).find(each => each === fieldChoice(form, 'recipient')) ?? 'admin';
	const by = until === '' ? null : until;
	const {title, text, missing} = handOver({
		control,
		recipient,
		clicks: control.clickGroups.flatMap(group => group.clicks),
		target: open.target,
		profile: open.session.profile,
		person: signed.by,
		by,
	});
	const gaps = missing.length === 0 ? '' : ` Fill in before you send it: ${missing.join(', ')}.`;
	return {
		kind: 'events',
		events: [
			...signed.naming,
			{
				type: 'parked',
				parked: {
					control: control.id,
					click,
					waitingFor: makeSafe(waitingFor),
					what: makeSafe(title),
					until: by,
					by: signed.by,
				},
			},
		],
		text: {name: `${control.id}-${recipient}-${dayText(now)}`, content: text},
		message: `Waiting for ${makeSafe(waitingFor, 60)}.${gaps}`,
	};
}
