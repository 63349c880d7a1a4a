import assert from 'node:assert/strict';
import {test} from 'node:test';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {failed, read} from '../../support/facts-builders.ts';
import {measure, verdict} from '../../support/measure.ts';

const reading = (...candidates: [string, boolean][]) => ({
	twoFactor: read({candidates: candidates.map(([key, value]) => ({key: makeSafe(key), value}))}),
});

test('one candidate is shown for a person to confirm, on or off', () => {
	for (const value of [true, false]) {
		const facts = reading(['enabled', value]);
		assert.equal(verdict('organization-two-factor', facts), 'manual unconfirmed');
		assert.equal(measure('organization-two-factor', facts).actual, `enabled = ${value}`);
	}
});

test('no candidate or several say nothing clear', () => {
	assert.equal(verdict('organization-two-factor', reading()), 'manual ambiguous');
	const two = reading(['twofactor_enabled', true], ['mfa_required', false]);
	assert.equal(verdict('organization-two-factor', two), 'manual ambiguous');
	assert.match(
		measure('organization-two-factor', two).actual,
		/twofactor_enabled = true, mfa_required = false/,
	);
});

test('with SSO answered on it does not apply, whatever was read; answered off or not at all it does', () => {
	const facts = {twoFactor: failed('denied')};
	assert.equal(
		verdict('organization-two-factor', facts, {profile: {sso: 'enabled'}}),
		'not_applicable sso_enabled',
	);
	assert.equal(
		verdict('organization-two-factor', reading(['on', true]), {profile: {sso: 'disabled'}}),
		'manual unconfirmed',
	);
	assert.equal(verdict('organization-two-factor', facts), 'unknown denied');
});
