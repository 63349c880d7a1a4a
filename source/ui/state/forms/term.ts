import {makeSafe} from '../../../terminal/make-safe.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import {textField} from '../text-field.ts';
import {type FormProblem, problem} from './finished.ts';
import {type Form, type FormField, fieldText} from './form.ts';
import {dayText, isoDay, notADay} from './iso-day.ts';

/** Longest a waiver or exemption may last, whatever the policy says (contract §2). */
const longestDays = 365;

/** Days a waiver or exemption lasts unless the person says otherwise. */
const usualDays = 90;

/** What a waiver or exemption needs besides its subject. */
export type FormTerm = {readonly reason: SafeText; readonly owner: SafeText; readonly expires: string};

/** Days a waiver or exemption may last under a policy. */
export function mostDays({waiverMaxDays}: {readonly waiverMaxDays: number}): number {
	return Math.min(waiverMaxDays, longestDays);
}

/** The fields for why, who answers and until when; ends in 90 days, or as late as it may. */
export function termFields(given: {
	readonly reason: string;
	readonly owner: string;
	readonly now: Date;
	readonly maxDays: number;
}): readonly FormField[] {
	const expires = dayText(given.now, Math.min(usualDays, given.maxDays));
	return [
		{name: 'reason', label: 'Reason', kind: 'text', value: textField(given.reason)},
		{name: 'owner', label: 'Who answers', kind: 'text', value: textField(given.owner)},
		{name: 'expires', label: 'Until', kind: 'text', value: textField(expires)},
	];
}

/** Reason, owner and an end within `maxDays`: all are required (contract §2). `what` is `A waiver`. */
export function termOfForm(
	form: Form,
	what: string,
	maxDays: number,
	now: Date,
): {readonly kind: 'term'; readonly term: FormTerm} | FormProblem {
	const reason = fieldText(form, 'reason');
	if (reason === '') {
		return problem('reason', `Write why: ${what.toLowerCase()} without a reason is a gap with a name.`);
	}

	const owner = fieldText(form, 'owner');
	if (owner === '') {
		return problem('owner', 'Write who answers for it.');
	}

	const expires = fieldText(form, 'expires');
	if (isoDay(expires) === null) {
		return problem('expires', notADay(expires));
	}

	if (expires <= dayText(now)) {
		return problem('expires', 'That day has passed: write a day to come.');
	}

	if (expires > dayText(now, maxDays)) {
		return problem('expires', `${what} lasts ${maxDays} days at most: until ${dayText(now, maxDays)}.`);
	}

	return {kind: 'term', term: {reason: makeSafe(reason, 2000), owner: makeSafe(owner), expires}};
}
