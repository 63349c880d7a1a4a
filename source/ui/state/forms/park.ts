import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Click, ControlId} from '../../../types/control.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Form, fieldText, newForm} from './form.ts';
import {dayText, isoDay, notADay} from './iso-day.ts';
import {personFields, signedBy} from './person-field.ts';

/** Has one click wait. What usually is waited for there is filled in, and the day to look again. */
export function parkForm(
	control: ControlId,
	click: Click,
	what: string | null,
	state: {readonly session: SessionState; readonly knownPerson: SafeText | null; readonly now: Date},
): Form {
	const {wait} = click;
	return newForm({
		purpose: {kind: 'park', control, click: click.id},
		title: `Park ${click.id}: what does it wait for?`,
		explanation:
			'The step waits, the others go on. The list, the calendar and the next start tell when to look again.',
		fields: [
			{name: 'waitingFor', label: 'Waits for', kind: 'text', value: textField(wait?.for ?? '')},
			{
				name: 'what',
				label: 'To',
				kind: 'text',
				value: textField(what ?? wait?.what ?? ''),
			},
			{
				name: 'until',
				label: 'Look again on',
				kind: 'text',
				value: textField(dayText(state.now, wait?.days ?? 7)),
			},
			...personFields(state.session, state.knownPerson),
		],
	});
}

/** The wait of a finished form. An empty day means nobody knows. */
export function finishPark(
	form: Form,
	{control, click}: {readonly control: ControlId; readonly click: string},
	session: SessionState,
	now: Date,
): Finished {
	const waitingFor = fieldText(form, 'waitingFor');
	if (waitingFor === '') {
		return problem('waitingFor', 'Write whom or what it waits for: a name, a team, DNS, a change window.');
	}

	const until = fieldText(form, 'until');
	if (until !== '' && isoDay(until) === null) {
		return problem('until', notADay(until));
	}

	if (until !== '' && until < dayText(now)) {
		return problem('until', 'That day has passed: write a day to come, or leave it empty.');
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: somebody has to be asked back.');
	}

	return {
		kind: 'events',
		events: [
			...signed.naming,
			{
				type: 'parked',
				parked: {
					control,
					click,
					waitingFor: makeSafe(waitingFor),
					what: makeSafe(fieldText(form, 'what'), 500),
					until: until === '' ? null : until,
					by: signed.by,
				},
			},
		],
		message: `${click} waits for ${makeSafe(waitingFor, 60)}${until === '' ? '' : ` until ${until}`}.`,
	};
}
