import {list} from '../../../controls/rule-kinds/count.ts';
import {
	handOver,
	type Recipient,
	recipientNames,
	recipientOf,
	recipientsOf,
} from '../../../report/hand-over.ts';
import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Click, Control} from '../../../types/control.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionEvent} from '../../../types/session.ts';
import type {Open} from '../app-state.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldChoice, fieldText, newForm} from './form.ts';
import {dayText, isoDay, notADay} from './iso-day.ts';
import {personFields, signedBy} from './person-field.ts';

const keys: {readonly [Name in Recipient]: string} = {dns: 'd', idp: 'i', staff: 's', admin: 'a'};

/**
Hands a part of a control to somebody else: a ready text is saved, and what it is about waits for that person. Offered
first is whoever does the selected click, on one of an admin whoever takes longest.
*/
export function handOverForm(
	control: Control,
	click: Click | null,
	state: {readonly open: Pick<Open, 'session'>; readonly knownPerson: SafeText | null; readonly now: Date},
): Form {
	const choices = recipientsOf(control).map(
		(recipient): Choice => ({value: recipient, words: recipientNames[recipient], key: keys[recipient]}),
	);
	const own = click === null ? 'admin' : recipientOf(click);
	const chosen =
		own === 'admin'
			? 0
			: Math.max(
					choices.findIndex(({value}) => value === own),
					0,
				);
	return newForm({
		purpose: {kind: 'hand_over', control: control.id},
		title: `Hand over: ${control.id} ${control.shortTitle}`,
		explanation:
			'A ready ticket or announcement is saved as a file: what to do, the values, why, how to check and to undo. Those steps then wait.',
		fields: [
			{name: 'recipient', label: 'To', kind: 'choice', choices, chosen},
			{name: 'waitingFor', label: 'Waits for', kind: 'text', value: textField('')},
			{name: 'until', label: 'Look again on', kind: 'text', value: textField(dayText(state.now, 7))},
			...personFields(state.open.session, state.knownPerson),
		],
	});
}

/** The wait and the text of a finished form. An empty day means nobody knows. */
export function finishHandOver(form: Form, control: Control, open: Open, now: Date): Finished {
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
	const waits = waitsFor(control, recipient, open);
	const gaps = missing.length === 0 ? '' : ` Fill in before you send it: ${missing.join(', ')}.`;
	return {
		kind: 'events',
		events: [
			...signed.naming,
			...waits.map(
				(click): SessionEvent => ({
					type: 'parked',
					parked: {
						control: control.id,
						click,
						waitingFor: makeSafe(waitingFor),
						what: makeSafe(title),
						until: by,
						by: signed.by,
					},
				}),
			),
		],
		text: {name: `${control.id}-${recipient}-${dayText(now)}`, content: text},
		message: `${list(waits.map(click => click ?? control.id))} ${waits.length === 1 ? 'waits' : 'wait'} for ${makeSafe(waitingFor, 60)}.${gaps}`,
	};
}

/**
What waits once a part is handed over: the recipient's own steps that are not done; null, the control as a whole, where it
has none of their own or another admin takes it over.
*/
function waitsFor(
	control: Control,
	recipient: Recipient,
	{session}: Pick<Open, 'session'>,
): readonly (string | null)[] {
	const own = control.clickGroups
		.flatMap(({clicks}) => clicks)
		.filter(click => recipientOf(click) === recipient && !session.ticked.has(click.id))
		.map(({id}) => id);
	return recipient === 'admin' || own.length === 0 ? [null] : own;
}
