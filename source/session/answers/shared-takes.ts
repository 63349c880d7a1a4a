import {makeSafe} from '../../terminal/make-safe.ts';
import type {ControlId} from '../../types/control.ts';
import type {Exemption} from '../../types/decision.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {AnswersContext} from './answers.ts';
import {AnswersFault, shown} from './located.ts';
import {isoDay, type MapFields, personText, type Take} from './located-fields.ts';

const day = 86_400_000;
const controlIds = [
	'1.1',
	'1.2',
	'1.3',
	'2.1',
	'2.2',
	'2.3',
	'3.1',
	'3.2',
	'4.1',
] as const satisfies ControlId[];

/** Who signs what the file does not sign. */
export const nobody = makeSafe('answers file');

/** The rule of a name that the guide has. */
export function ruleOf({rules}: Pick<AnswersContext, 'rules'>): Take<AnswersContext['rules'][number]> {
	return value => {
		const id = value.kind === 'scalar' ? value.value : null;
		const rule = rules.find(each => each.id === id);
		if (rule === undefined) {
			throw new AnswersFault(
				value.spot,
				`there is no rule ${shown(typeof id === 'string' ? id : '')}`,
				'The rules are listed by `mixpanel-harden guide --format json`.',
			);
		}

		return rule;
	};
}

/** A control's id. In YAML, 1.1 without quotes is a number; as it is written it is the id all the same. */
export const control: Take<ControlId> = value => {
	const id = value.kind === 'scalar' ? value.source : '';
	const found = controlIds.find(each => each === id);
	if (found === undefined) {
		throw new AnswersFault(
			value.spot,
			`there is no control ${shown(id)}`,
			`The controls are ${controlIds.join(', ')}.`,
		);
	}

	return found;
};

/** Today somewhere on Earth, or before. */
export function observedDay({now}: AnswersContext): Take<string> {
	return value => {
		const date = isoDay(value);
		if (date > isoDate(now.getTime() + (14 / 24) * day)) {
			throw new AnswersFault(value.spot, `${date} is ahead`, 'What was seen was seen today or before.');
		}

		return date;
	};
}

/** What a waiver and an exemption have in common: why, whose, and until when at most. */
export function term(
	fields: MapFields,
	context: Pick<AnswersContext, 'now' | 'waiverMaxDays'>,
): Pick<Exemption, 'reason' | 'owner' | 'expires' | 'by'> {
	const expires: Take<string> = value => {
		const date = isoDay(value);
		if (date < isoDate(context.now.getTime())) {
			throw new AnswersFault(
				value.spot,
				`this ran out on ${date}`,
				'Decide again, or take it out of the file.',
			);
		}

		return lastDay(context)(value);
	};

	const {by, ...words} = signed(fields, nobody);
	return {...words, expires: fields.need('expires', expires), by};
}

/** Why, whose, and who says so: `unsigned` when the file does not tell. */
export function signed(fields: MapFields, unsigned: SafeText): Pick<Exemption, 'reason' | 'owner' | 'by'> {
	return {
		reason: fields.need('reason', personText),
		owner: fields.need('owner', personText),
		by: fields.may('by', personText, unsigned),
	};
}

/** The last day on which something holds; not further ahead than it may last. */
export function lastDay({now, waiverMaxDays}: Pick<AnswersContext, 'now' | 'waiverMaxDays'>): Take<string> {
	return value => {
		const date = isoDay(value);
		if (date > isoDate(now.getTime() + waiverMaxDays * day)) {
			throw new AnswersFault(
				value.spot,
				`${date} is too far ahead`,
				`A waiver or exemption lasts at most ${waiverMaxDays} days.`,
			);
		}

		return date;
	};
}

function isoDate(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
