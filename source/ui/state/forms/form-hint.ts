import type {Control} from '../../../types/control.ts';
import type {Policy} from '../../../types/policy.ts';
import type {SessionState} from '../../../types/session.ts';
import {type Form, fieldChoice, fieldText} from './form.ts';
import {dayText, isoDay} from './iso-day.ts';
import {mostDays} from './term.ts';

/** Days a person's word holds where its rule does not say. */
const defaultValidDays = 90;

type HintContext = {readonly controls: readonly Control[]; readonly policy: Policy; readonly now: Date};

/** What follows from a form as it stands, as sentences: how long a word or a waiver holds. Null for nothing to say. */
export function formHint(form: Form, context: HintContext): string | null {
	const {purpose} = form;
	switch (purpose.kind) {
		case 'attest':
		case 'rows': {
			return validity(form, purpose.rule, context);
		}

		case 'waive': {
			return endOf(form, 'A waiver', context);
		}

		case 'exempt': {
			return endOf(form, 'An exemption', context);
		}

		default: {
			return null;
		}
	}
}

/**
What to think of before a Yes is recorded: clicks that the question is about and that are not ticked. It stands in
nobody's way; what they set may have been so before. Null for nothing to say.
*/
export function formRemark(
	form: Form,
	{controls}: Pick<HintContext, 'controls'>,
	{ticked}: Pick<SessionState, 'ticked'>,
): string | null {
	const {purpose} = form;
	if ((purpose.kind !== 'attest' && purpose.kind !== 'rows') || fieldChoice(form, 'answer') !== 'pass') {
		return null;
	}

	const rule = controls.flatMap(({rules}) => rules).find(({id}) => id === purpose.rule);
	const clicks = rule?.clicks ?? [];
	const open = clicks.filter(id => !ticked.has(id));
	const [first] = open;
	if (first === undefined) {
		return null;
	}

	const what =
		clicks.length === 1
			? `${first} is not ticked`
			: `${open.length} of ${clicks.length} clicks of this question ${open.length === 1 ? 'is' : 'are'} not ticked`;
	return `${what}; Yes counts all the same.`;
}

/** How long a word on a rule holds: from the day it was seen, or from today where nothing asks for that day. */
function validity(form: Form, id: string, {controls, now}: HintContext): string {
	const rule = controls.flatMap(({rules}) => rules).find(candidate => candidate.id === id);
	const days = rule?.validDays ?? defaultValidDays;
	const isAsked = form.fields.some(({name}) => name === 'observed');
	const seen = isAsked ? isoDay(fieldText(form, 'observed')) : now;
	const from = isAsked ? 'from the day you looked' : 'from today';
	return `${seen === null ? 'Holds' : `Holds until ${dayText(seen, days)}:`} ${days} days ${from}, then it asks again.`;
}

function endOf(form: Form, what: string, {policy, now}: HintContext): string {
	const until = isoDay(fieldText(form, 'expires'));
	const days = until === null ? 0 : Math.round((until.getTime() - Date.parse(dayText(now))) / 86_400_000);
	const length = days > 0 ? `Ends after ${days} ${days === 1 ? 'day' : 'days'}. ` : '';
	const most = mostDays(policy);
	return `${length}${what} lasts ${most} days at most: until ${dayText(now, most)}.`;
}
