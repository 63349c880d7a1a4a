import {makeSafe} from '../../terminal/make-safe.ts';
import type {Profile} from '../../types/profile.ts';
import {AnswersFault, type Located} from './located.ts';
import {flag, listOf, mapFields, oneOf, orNull, personText, type Take} from './located-fields.ts';

const names = [
	'level',
	'sso',
	'plan',
	'idp',
	'domains',
	'replay',
	'role',
] as const satisfies (keyof Profile)[];

/** What the file answers of the profile; null answers that nobody knows. */
export function decodeProfile(value: Located): Partial<Profile> {
	const fields = mapFields(value, 'the profile', names);
	const word = <Word extends string>(...words: readonly Word[]) => orNull(oneOf(words));
	return {
		...(fields.has('level') ? {level: fields.need('level', oneOf(['L1', 'L2', 'L3'] as const))} : {}),
		...(fields.has('sso') ? {sso: fields.need('sso', word('enabled', 'disabled'))} : {}),
		...(fields.has('plan') ? {plan: fields.need('plan', word('free', 'growth', 'enterprise'))} : {}),
		...(fields.has('idp')
			? {idp: fields.need('idp', word('okta', 'entra', 'google', 'onelogin', 'jumpcloud', 'other'))}
			: {}),
		...(fields.has('domains') ? {domains: fields.need('domains', listOf(domain))} : {}),
		...(fields.has('replay') ? {replay: fields.need('replay', orNull(flag))} : {}),
		...(fields.has('role')
			? {role: fields.need('role', word('owner', 'admin', 'billing_admin', 'member'))}
			: {}),
	};
}

/** A domain in lower case. */
export const domain: Take<string> = value => {
	const text = personText(value);
	if (text.length > 253 || !/^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/.test(text)) {
		throw new AnswersFault(
			value.spot,
			'this is no domain',
			'A domain is written in lower case, as in acme.example.',
		);
	}

	return makeSafe(text);
};
