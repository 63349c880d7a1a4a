import assert from 'node:assert/strict';
import test from 'node:test';
import {decodeTwoFactor} from '../../../source/mixpanel/decode/two-factor.ts';

const dialects: readonly (readonly [unknown, readonly (readonly [string, boolean])[]])[] = [
	[{enabled: false}, [['enabled', false]]],
	[{is_two_factor_required: true, grace_period_days: 7}, [['is_two_factor_required', true]]],
	[{status: 'ok', enabled: true}, [['enabled', true]]],
	[{isTwoFactorRequired: false, other: true}, [['isTwoFactorRequired', false]]],
	[{'two-factor': true, sso: false}, [['two-factor', true]]],
	[{has2FA: true, sso: false}, [['has2FA', true]]],
	[{'2FAEnabled': true, sso: false}, [['2FAEnabled', true]]],
	[{MFARequired: true, sso: false}, [['MFARequired', true]]],
	[{twofactor_enabled: true, a: true, b: false}, [['twofactor_enabled', true]]],
	[
		{settings: {security: {two_factor: {enabled: true, since: 'x'}}}},
		[['settings.security.two_factor.enabled', true]],
	],
	[{two_factor: {required: true, remember_device: true}}, [['two_factor.required', true]]],
	[
		{two_factor_enabled: true, two_factor_required: false},
		[
			['two_factor_enabled', true],
			['two_factor_required', false],
		],
	],
	[{enabled: true, required: false}, []],
	[{two_factor_enabled: 'true', two_factor_required: 1}, []],
	[{users: [{email: 'ana@acme.example', two_factor_enabled: true}]}, []],
	[{comfamily: {x: true}, days: 7}, []],
	[{}, []],
];

for (const [value, expected] of dialects) {
	test(`finds ${expected.length} candidates in ${JSON.stringify(value)}`, () => {
		const candidates = expected.map(([key, value]) => ({key, value}));
		assert.deepEqual(decodeTwoFactor(value), {ok: true, value: {candidates}});
	});
}

for (const value of [null, true, 'on', [], 1]) {
	test(`does not understand ${JSON.stringify(value)}`, () => {
		assert.equal(decodeTwoFactor(value).ok, false);
	});
}

test('objects nested without end are not followed to the end, and do not exhaust the stack', () => {
	const depth = 50_000;
	const value: unknown = JSON.parse(`${'{"x":'.repeat(depth)}{"mfa":true}${'}'.repeat(depth)}`);
	assert.deepEqual(decodeTwoFactor(value), {ok: true, value: {candidates: []}});
});

test('shows a hostile key as visible tokens', () => {
	assert.deepEqual(decodeTwoFactor({'2fa \u001b[31m\u202e': true}), {
		ok: true,
		value: {candidates: [{key: '2fa \\x1b[31m<U+202E>', value: true}]},
	});
});
