import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Profile} from '../../../types/profile.ts';
import type {SessionState} from '../../../types/session.ts';
import {textField} from '../text-field.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, type FormField, fieldChoice, fieldText, newForm} from './form.ts';

const unanswered = 'unanswered';

type Question = {
	readonly name: 'plan' | 'sso' | 'idp' | 'replay' | 'role' | 'level';
	readonly label: string;
	/** What the answer is used for. */
	readonly hint: string;
	readonly choices: readonly Choice[];
};

const skip: Choice = {value: unanswered, words: 'Not sure', key: '?'};

/** What the API cannot tell (product §2.2). Each can be skipped and changed later. */
const questions: readonly Question[] = [
	{
		name: 'level',
		label: 'Level',
		hint: 'Which controls count: L2 adds three, L3 only advice.',
		choices: [
			{value: 'L1', words: 'L1 baseline', key: '1'},
			{value: 'L2', words: 'L2 hardened', key: '2'},
			{value: 'L3', words: 'L3', key: '3'},
		],
	},
	{
		name: 'plan',
		label: 'Plan',
		hint: 'Rules your plan lacks the feature for do not apply.',
		choices: [
			{value: 'free', words: 'Free', key: 'f'},
			{value: 'growth', words: 'Growth', key: 'g'},
			{value: 'enterprise', words: 'Enterprise', key: 'e'},
			skip,
		],
	},
	{
		name: 'sso',
		label: 'Single sign-on',
		hint: 'Decides which rules of 1.1 and 1.2 apply.',
		choices: [{value: 'enabled', words: 'On', key: 'y'}, {value: 'disabled', words: 'Off', key: 'n'}, skip],
	},
	{
		name: 'idp',
		label: 'Identity provider',
		hint: 'The clicks of 1.1 use its names of fields and values.',
		choices: [
			{value: 'okta', words: 'Okta', key: 'o'},
			{value: 'entra', words: 'Entra', key: 'e'},
			{value: 'google', words: 'Google', key: 'g'},
			{value: 'onelogin', words: 'OneLogin', key: 'l'},
			{value: 'jumpcloud', words: 'JumpCloud', key: 'j'},
			{value: 'other', words: 'Other', key: 'x'},
			skip,
		],
	},
	{
		name: 'replay',
		label: 'Session Replay',
		hint: 'Decides whether the masking rule of 3.2 applies.',
		choices: [{value: 'true', words: 'Used', key: 'y'}, {value: 'false', words: 'Not used', key: 'n'}, skip],
	},
	{
		name: 'role',
		label: 'Your own role',
		hint: 'Marks the clicks that you may do; no verdict.',
		choices: [
			{value: 'owner', words: 'Owner', key: 'o'},
			{value: 'admin', words: 'Admin', key: 'a'},
			{value: 'billing_admin', words: 'Billing Admin', key: 'b'},
			{value: 'member', words: 'Member', key: 'm'},
			skip,
		],
	},
];

/** The form on the organization, filled in with what was answered before. */
export function profileForm({profile, person}: Pick<SessionState, 'profile' | 'person'>): Form {
	return newForm({
		purpose: {kind: 'profile'},
		title: 'About your organization',
		explanation: 'What the API cannot tell. Skip what you do not know; everything can be changed later.',
		fields: [
			...questions.map(
				({name, label, hint, choices}): FormField => ({
					name,
					label,
					hint,
					kind: 'choice',
					choices,
					chosen: chosenOf(choices, profile[name]),
				}),
			),
			{
				name: 'domains',
				label: 'Mail domains',
				hint: '1.1 asks DNS for Mixpanel’s record, fails without it.',
				kind: 'text',
				value: textField(profile.domains.join(' ')),
			},
			...(person === null
				? []
				: [
						{
							name: 'name',
							label: 'Your name',
							hint: 'Stands under what you record from now on.',
							kind: 'text',
							value: textField(person),
						} as const,
					]),
		],
	});
}

/** The answers of a finished form, and a name that is another one. Domains are names separated by spaces or commas. */
export function finishProfile(form: Form, {person}: Pick<SessionState, 'person'>): Finished {
	const domains = fieldText(form, 'domains')
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(domain => domain !== '');
	const wrong = domains.find(
		domain => !/^(?=.{4,253}$)([a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/.test(domain),
	);
	if (wrong !== undefined) {
		return problem(
			'domains',
			`“${makeSafe(wrong, 60)}” is not a domain name. Write names such as acme.example, with a space between.`,
		);
	}

	const answers: Profile = {
		level: one(form, 'level', ['L1', 'L2', 'L3']) ?? 'L1',
		plan: one(form, 'plan', ['free', 'growth', 'enterprise']),
		sso: one(form, 'sso', ['enabled', 'disabled']),
		idp: one(form, 'idp', ['okta', 'entra', 'google', 'onelogin', 'jumpcloud', 'other']),
		replay: fieldChoice(form, 'replay') === unanswered ? null : fieldChoice(form, 'replay') === 'true',
		role: one(form, 'role', ['owner', 'admin', 'billing_admin', 'member']),
		domains: [...new Set(domains)],
	};
	const name = makeSafe(fieldText(form, 'name'));
	return {
		kind: 'events',
		events: [
			...(name === '' || name === person ? [] : [{type: 'person_named', name} as const]),
			{type: 'profile_answered', answers},
		],
		message: 'Answers saved; the verdicts follow them.',
	};
}

function chosenOf(choices: readonly Choice[], value: string | boolean | null): number {
	const index = choices.findIndex(choice => choice.value === (value === null ? unanswered : String(value)));
	return Math.max(index, 0);
}

function one<Value extends string>(form: Form, name: string, values: readonly Value[]): Value | null {
	return values.find(value => value === fieldChoice(form, name)) ?? null;
}
