import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {sso} from '../../source/controls/sso/index.ts';
import {clickValues, copyable} from '../../source/report/click-values.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {type Profile, unansweredProfile} from '../../source/types/profile.ts';
import type {Target} from '../../source/types/target.ts';

const live: Target = {kind: 'live', region: 'us', organizationId: '4410022', name: makeSafe('Corp Example')};

function valuesAt(id: string, idp: Profile['idp'], target: Target = live) {
	const click = sso.clickGroups.flatMap(({clicks}) => clicks).find(each => each.id === id);
	assert.ok(click !== undefined);
	return clickValues(click, sso.fieldMaps, {target, profile: {...unansweredProfile, idp}});
}

const postback = 'https://mixpanel.com/security/sso/v2/authorize/?org_id=4410022';

describe('values of a click', () => {
	test('in the answered identity provider they carry its names and are filled in', () => {
		const {idp, values} = valuesAt('1.1.C6', 'okta');
		assert.equal(idp, 'Okta');
		assert.deepEqual(
			values.map(({label, value}) => [label, value]),
			[
				['Single sign on URL', postback],
				['Requestable SSO URLs, Recipient URL, Destination URL', 'https://sso.mixpanel.com/sso/saml2'],
				['Audience URI', 'https://mixpanel.com/security/sso/v2/authorize/'],
				['Attribute', 'email'],
				['Attribute', 'firstName'],
				['Attribute', 'lastName'],
			],
		);
		assert.match(values.at(3)?.note ?? '', /user\.email.*Required/);
	});

	test('for each provider with fields of its own the address of the organization is among the values', () => {
		for (const idp of ['okta', 'entra', 'google', 'jumpcloud'] as const) {
			assert.ok(
				valuesAt('1.1.C6', idp).values.some(({value}) => value === postback),
				idp,
			);
		}
	});

	test('unanswered, each value says what every provider calls it', () => {
		const {idp, values} = valuesAt('1.1.C6', null);
		assert.equal(idp, null);
		const start = values.find(({value}) => value === postback);
		assert.deepEqual(
			start?.named.slice(0, 4).map(({name}) => name),
			['Single sign on URL', 'Sign on URL', 'Start URL', 'Login URL'],
		);
		assert.ok(valuesAt('1.1.C6', 'other').values.every(({named}) => named.length === 0));
	});

	test('what the provider gives is named, and is nothing to copy', () => {
		const entra = valuesAt('1.1.C7', 'entra');
		assert.deepEqual(
			entra.values.map(({label}) => label),
			['Identity Provider Sign-In URL', 'Issuer URL', 'SAML Certificate (.pem, .cert)'],
		);
		assert.match(entra.values[1]?.value ?? '', /^<Azure AD Identifier, in Microsoft Entra/);
		assert.deepEqual(copyable(entra), []);
		const any = valuesAt('1.1.C7', null);
		assert.ok(any.values.every(({named}) => named.length >= 4));
		assert.equal(copyable(valuesAt('1.1.C6', 'okta')).length, 6);
	});

	test('in the EU the address for logins that begin at the provider comes beside the other', () => {
		const {values} = valuesAt('1.1.C6', 'okta', {...live, region: 'eu'});
		const hosts = values.filter(({value}) => value.includes('org_id=')).map(({value}) => new URL(value).host);
		assert.deepEqual(hosts, ['mixpanel.com', 'eu.mixpanel.com']);
	});
});
