import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {pendingConfirmations} from '../../source/assessment/pending-confirmations.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Confirmation} from '../../source/types/decision.ts';
import type {Facts} from '../../source/types/facts.ts';
import {anyDecisions, confirmation, decided} from '../support/decision-builders.ts';
import {anyFacts, anyProfile} from '../support/facts-arbitraries.ts';
import {
	account,
	attestation,
	failed,
	hardenedFacts,
	ownAccount,
	read,
	team,
	user,
	users,
} from '../support/facts-builders.ts';
import {judgeOrganization, ruleIn} from '../support/judge-organization.ts';

function judge(id: string, facts: Facts, ...confirmations: Confirmation[]) {
	return ruleIn(judgeOrganization(facts, {decisions: decided({confirmations})}), id);
}

function twoFactor(...candidates: (readonly [string, boolean])[]): Facts {
	return {
		...hardenedFacts(),
		twoFactor: read({candidates: candidates.map(([key, value]) => ({key: makeSafe(key), value}))}),
	};
}

const reading: readonly (readonly [Confirmation['reading'], readonly string[]])[] = [
	['users', ['owner-count', 'least-privilege-roles']],
	['teams', ['teams-in-use']],
	['data_views', ['data-views-restrict', 'default-view-restricted']],
	['service_account_roles', ['privileged-service-accounts']],
];

for (const [name, rules] of reading) {
	test(`the word on ${name} makes ${rules.join(' and ')} confirmed, and no other rule`, () => {
		const facts = hardenedFacts();
		const before = judgeOrganization(facts);
		const after = judgeOrganization(facts, {decisions: decided({confirmations: [confirmation(name, true)]})});
		const changed = controls
			.flatMap(control => control.rules.map(({id}) => id))
			.filter(id => ruleIn(before, id).basis !== ruleIn(after, id).basis);
		assert.deepEqual(changed.toSorted(), rules.toSorted());
		for (const id of rules) {
			const result = ruleIn(after, id);
			assert.deepEqual(
				[result.status, result.basis, result.grade],
				['pass', 'confirmed', ruleIn(before, id).grade],
			);
			assert.equal(
				result.evidence.at(-1)?.detail,
				'Ana compared on 2026-11-19: the screen shows what was read',
			);
		}
	});
}

test('a fail is confirmed as well as a pass', () => {
	const facts = {...hardenedFacts(), users: read({users: users(4, 0, 9)})};
	const {status, basis, findings} = judge('owner-count', facts, confirmation('users', true));
	assert.deepEqual([status, basis, findings.length], ['fail', 'confirmed', 4]);
});

test('a screen that shows something else takes the verdict away, and a word can then decide', () => {
	const facts = {...hardenedFacts(), users: read({users: users(4, 0, 9)})};
	const result = judge('owner-count', facts, confirmation('users', false));
	assert.deepEqual(
		[result.status, result.reasonCode, result.basis, result.findings, result.measured],
		['manual', 'ambiguous', null, [], {status: 'fail', reasonCode: null}],
	);
	assert.match(
		result.reason,
		/^Ana said on 2026-11-19 that the screen shows something else than what was read\./,
	);
	const said = judgeOrganization(facts, {
		decisions: decided({confirmations: [confirmation('users', false)]}),
		attestations: [attestation('owner-count', 'pass')],
	});
	assert.deepEqual(
		[ruleIn(said, 'owner-count').status, ruleIn(said, 'owner-count').basis],
		['pass', 'attested'],
	);
});

test('the latest word on a reading counts', () => {
	const words = [confirmation('teams', false), confirmation('teams', true)];
	assert.equal(judge('teams-in-use', hardenedFacts(), ...words).basis, 'confirmed');
	assert.equal(judge('teams-in-use', hardenedFacts(), ...words.toReversed()).status, 'manual');
});

test('a role that is not shown stays with a person', () => {
	const facts = {
		...hardenedFacts(),
		serviceAccounts: read([ownAccount, account('a', {organizationRole: null})]),
	};
	const {status, reasonCode} = judge(
		'privileged-service-accounts',
		facts,
		confirmation('service_account_roles', true),
	);
	assert.deepEqual([status, reasonCode], ['manual', 'unconfirmed']);
});

describe('two-factor', () => {
	const agreed = confirmation('two_factor', true, 'enabled');
	const of = (facts: Facts, ...words: Confirmation[]) => {
		const {status, basis, reasonCode} = judge('organization-two-factor', facts, ...words);
		return [status, basis, reasonCode];
	};

	test('is decided by the value of the field a person confirmed, whatever it says later', () => {
		assert.deepEqual(of(twoFactor(['enabled', true]), agreed), ['pass', 'confirmed', null]);
		assert.deepEqual(of(twoFactor(['enabled', false]), agreed), ['fail', 'confirmed', null]);
		const {reason, measured} = judge('organization-two-factor', twoFactor(['enabled', false]), agreed);
		assert.equal(
			reason,
			'Mixpanel reports enabled = false, and Ana confirmed on 2026-11-19 that this is the switch.',
		);
		assert.deepEqual(measured, {status: 'manual', reasonCode: 'unconfirmed'});
	});

	test('asks again for another field, and stays ambiguous with several or none', () => {
		assert.deepEqual(of(twoFactor(['is_2fa_required', true]), agreed), ['manual', null, 'unconfirmed']);
		assert.deepEqual(of(twoFactor(['enabled', true], ['mfa', true]), agreed), ['manual', null, 'ambiguous']);
		assert.deepEqual(of(twoFactor(), agreed), ['manual', null, 'ambiguous']);
		assert.deepEqual(of(twoFactor(), confirmation('two_factor', true, null)), ['manual', null, 'ambiguous']);
	});

	test('is ambiguous when the screen says something else, but only for that field', () => {
		const refused = confirmation('two_factor', false, 'enabled');
		assert.deepEqual(of(twoFactor(['enabled', true]), refused), ['manual', null, 'ambiguous']);
		assert.deepEqual(of(twoFactor(['mfa', true]), refused), ['manual', null, 'unconfirmed']);
	});

	test('stays out of the way of SSO', () => {
		const result = judgeOrganization(twoFactor(['enabled', false]), {
			decisions: decided({confirmations: [agreed]}),
			profile: {sso: 'enabled'},
		});
		assert.equal(ruleIn(result, 'organization-two-factor').status, 'not_applicable');
	});
});

describe('what awaits a person', () => {
	const pending = (facts: Facts, ...confirmations: Confirmation[]) =>
		pendingConfirmations(facts, decided({confirmations}));

	test('is asked in sentences that show what was understood', () => {
		const facts = {
			...twoFactor(['enabled', false]),
			teams: read([team('Analysts', 6), team('Sales', null)]),
		};
		assert.deepEqual(
			pending(facts).map(({reading: name, key, sentence}) => [name, key, sentence]),
			[
				['two_factor', 'enabled', 'Mixpanel reports enabled = false. What does your screen say?'],
				[
					'users',
					null,
					'2 Owners: owner0@acme.example, owner1@acme.example; 2 Admins: admin0@acme.example, admin1@acme.example, as on your page Users & Teams → Users?',
				],
				['teams', null, '2 teams: Analysts (6 members), Sales, as on your page Users & Teams → Teams?'],
				[
					'service_account_roles',
					null,
					'etl.mp-service-account is Member, backup.mp-service-account is Member, wizard.mp-service-account is Admin, as on your page Settings → Org → Service Accounts?',
				],
				[
					'data_views',
					null,
					'Shop: All Project Data (all data), EU (default, private, filtered), as on your page Data Views?',
				],
			],
		);
	});

	test('is not asked again once answered, either way; two-factor is, for another field', () => {
		const names = (facts: Facts, ...words: Confirmation[]) =>
			pending(facts, ...words).map(({reading: name}) => name);
		const answered = [
			confirmation('users', true),
			confirmation('teams', false),
			confirmation('service_account_roles', true),
			confirmation('data_views', true),
			confirmation('two_factor', false, 'enabled'),
		];
		assert.deepEqual(names(twoFactor(['enabled', true]), ...answered), []);
		assert.deepEqual(names(twoFactor(['mfa', true]), ...answered), ['two_factor']);
	});

	test('is nothing where nothing can be compared', () => {
		assert.deepEqual(pending({}), []);
		const facts = {
			users: read({users: [user('a', 'owner'), user('b', 'other')]}),
			teams: failed('denied'),
			twoFactor: read({candidates: []}),
			serviceAccounts: read([account('a', {organizationRole: null})]),
			dataViews: read([]),
		};
		assert.deepEqual(pending(facts), []);
	});
});

test('no confirmation turns anything but a two-factor of one field into a pass or a fail', () => {
	fc.assert(
		fc.property(anyFacts, anyProfile, anyDecisions, (facts, profile, {confirmations}) => {
			const before = judgeOrganization(facts, {profile}).controls.flatMap(({rules}) => rules);
			const after = judgeOrganization(facts, {profile, decisions: decided({confirmations})});
			for (const {id, status, basis, reasonCode} of before) {
				const result = ruleIn(after, id);
				if (status === 'unknown' || status === 'not_applicable' || reasonCode === 'no_api') {
					assert.deepEqual([result.status, result.basis], [status, basis]);
				} else if (id !== 'organization-two-factor') {
					assert.ok(result.status === status || result.reasonCode === 'ambiguous');
				} else {
					assert.ok(result.status === 'manual' || result.basis === 'confirmed');
				}
			}
		}),
	);
});
