import type {Control} from '../../../types/control.ts';
import type {Policy} from '../../../types/policy.ts';
import {type Form, fieldText} from '../form.ts';
import {dayText, isoDay} from './iso-day.ts';

/** Days a person's word holds where its rule does not say. */
const defaultValidDays = 90;

type HintContext = {readonly controls: readonly Control[]; readonly policy: Policy; readonly now: Date};

/** What follows from a form as it stands, as sentences: how long a word or a waiver holds. Null for nothing to say. */
export function formHint(form: Form, context: HintContext): string | null {
	const {purpose} = form;
	switch (purpose.kind) {
		case 'attest': {
			const rule = context.controls.flatMap(({rules}) => rules).find(({id}) => id === purpose.rule);
			const days = rule?.validDays ?? defaultValidDays;
			const seen = isoDay(fieldText(form, 'observed'));
			return `${seen === null ? '' : `Holds until ${dayText(seen, days)}: `}${days} days from the day you looked, then it asks again. A file is not kept, only its SHA-256.`;
		}

		case 'waive': {
			return endOf(form, 'A waiver', context);
		}

		default: {
			return null;
		}
	}
}

function endOf(form: Form, what: string, {policy, now}: HintContext): string {
	const until = isoDay(fieldText(form, 'expires'));
	const days = until === null ? 0 : Math.round((until.getTime() - Date.parse(dayText(now))) / 86_400_000);
	const length = days > 0 ? `Ends after ${days} ${days === 1 ? 'day' : 'days'}. ` : '';
	return `${length}${what} lasts ${policy.waiverMaxDays} days at most: until ${dayText(now, policy.waiverMaxDays)}.`;
}
