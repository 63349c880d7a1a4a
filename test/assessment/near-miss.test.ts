import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {nearMiss} from '../../source/assessment/near-miss.ts';
import {minutesOf, quickWins} from '../../source/assessment/quick-wins.ts';
import {controls} from '../../source/controls/index.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {decided, exemption, waiver} from '../support/decision-builders.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {
	account,
	attestation,
	failed,
	globalView,
	grant,
	hardenedFacts,
	ownAccount,
	project,
	property,
	read,
	team,
	user,
	users,
	view,
} from '../support/facts-builders.ts';
import {judgeOrganization, ruleIn, type Said} from '../support/judge-organization.ts';

function near(id: string, changed: Partial<Facts>, said: Said = {}): string | null {
	const facts = {...hardenedFacts(), ...changed};
	return nearMiss(ruleIn(judgeOrganization(facts, said), id), facts, defaultPolicy);
}

const people = (...counts: [number, number, number]) => ({users: read({users: users(...counts)})});
const accounts = (...rows: ReturnType<typeof account>[]) => ({serviceAccounts: read([ownAccount, ...rows])});
const endless = (...names: string[]) => accounts(...names.map(name => account(name, {expires: null})));
const shop = project('1', 'Shop');

const table: readonly (readonly [string, Partial<Facts>, string | null])[] = [
	['owner-count', people(4, 0, 9), 'Would pass if one Owner became Admin or Member.'],
	['owner-count', people(6, 0, 9), 'Would pass if three Owners became Admin or Member.'],
	['owner-count', people(1, 2, 9), 'Would pass if one more person became Owner.'],
	['owner-count', people(2, 0, 9), null],
	['owner-count', {users: read({users: [...users(4, 0, 1), user('x', 'other')]})}, null],
	[
		'least-privilege-roles',
		people(2, 4, 9),
		'Would pass if one Owner or Admin became Member or Billing Admin.',
	],
	[
		'least-privilege-roles',
		people(3, 9, 9),
		'Would pass if 7 Owners and Admins became Member or Billing Admin.',
	],
	['teams-in-use', {teams: read([])}, 'Would pass if there were a team with members.'],
	['teams-in-use', {teams: read([team('A', 0)])}, 'Would pass if one of the teams had members.'],
	[
		'privileged-service-accounts',
		accounts(account('etl', {organizationRole: 'owner'})),
		'Would pass if etl.mp-service-account lost its role in the organization.',
	],
	[
		'privileged-service-accounts',
		accounts(account('etl', {organizationRole: 'owner'}), account('x', {organizationRole: null})),
		null,
	],
	[
		'service-account-expiry',
		endless('etl'),
		'Would pass if etl.mp-service-account were deleted, or replaced by one that expires within 180 days.',
	],
	[
		'service-account-expiry',
		endless('a', 'b', 'c', 'd'),
		'Would pass if these 4 accounts were deleted, or replaced by ones that expire within 180 days.',
	],
	[
		'service-account-expiry',
		accounts(account('etl', {expires: null}), account('odd', {expires: 'soon'})),
		'Would pass if etl.mp-service-account were deleted, or replaced by one that expires within 180 days, and if the one left undecided turns out fine.',
	],
	[
		'service-account-role',
		{
			projectServiceAccounts: read([
				{project: shop, read: read([grant('etl', 'admin'), grant('up', 'owner')])},
			]),
		},
		'Would pass if etl.mp-service-account, up.mp-service-account were Analyst or Consumer.',
	],
	[
		'pii-classified',
		{properties: read([{project: shop, read: read([property('$email')])}])},
		'Would pass if $email were classified or blocked.',
	],
	[
		'data-views-restrict',
		{
			dataViews: read([
				{project: shop, read: read([globalView()])},
				{project: project('2', 'Blog'), read: read([globalView(), view('EU', {isVisible: true})])},
			]),
		},
		'Would pass if Shop had a private view, and EU were private.',
	],
	[
		'default-view-restricted',
		{dataViews: read([{project: shop, read: read([globalView()])}])},
		'Would pass if the default view there had filters and were not All Project Data.',
	],
	['owner-count', {users: failed('denied')}, null],
];

for (const [id, facts, sentence] of table) {
	test(`${id}: ${sentence ?? 'nothing short to say'}`, () => {
		assert.equal(near(id, facts), sentence);
	});
}

test('what is exempted need not be mended, and what a person said is not measured', () => {
	const resource = {type: 'service_account', id: 'a'} as const;
	const exemptions = [exemption('service-account-expiry', resource)];
	assert.match(
		near('service-account-expiry', endless('a', 'b'), {decisions: decided({exemptions})}) ?? '',
		/if b\.mp/,
	);
	const said = {attestations: [attestation('owner-count', 'fail')]};
	assert.equal(near('owner-count', {users: failed('denied')}, said), null);
});

test('roles changed as the sentence says make the rule pass, in any organization', () => {
	const words = ['no', 'one', 'two', 'three', 'four', 'five'];
	fc.assert(
		fc.property(fc.nat({max: 8}), fc.nat({max: 12}), fc.nat({max: 80}), (owners, admins, members) => {
			for (const id of ['owner-count', 'least-privilege-roles']) {
				const [, amount = '', more] =
					/if (\w+) (more)?/.exec(near(id, people(owners, admins, members)) ?? '') ?? [];
				const number = words.includes(amount) ? words.indexOf(amount) : Number(amount);
				if (amount !== '') {
					const moved: [number, number, number] =
						more !== undefined
							? [owners + number, admins, members]
							: id === 'owner-count'
								? [owners - number, admins + number, members]
								: [owners - Math.max(0, number - admins), Math.max(0, admins - number), members + number];
					const after = judgeOrganization({...hardenedFacts(), ...people(...moved)});
					assert.equal(ruleIn(after, id).status, 'pass');
				}
			}
		}),
	);
});

test('only what fails by a read is ever a near miss', () => {
	fc.assert(
		fc.property(anyFacts, facts => {
			for (const result of judgeOrganization(facts).controls.flatMap(({rules}) => rules)) {
				const sentence = nearMiss(result, facts, defaultPolicy);
				assert.ok(sentence === null || result.status === 'fail');
				assert.match(sentence ?? 'Would pass if.', /^Would pass if.*\.$/);
				assert.doesNotMatch(sentence ?? '', /undefined|NaN| no | -\d/);
			}
		}),
	);
});

describe('quick wins', () => {
	test('first what takes minutes, then the shorter control, and nothing that is settled', () => {
		const facts = {...hardenedFacts(), ...people(4, 0, 9), ...endless('etl')};
		const said: Said = {
			profile: {sso: 'disabled'},
			attestations: controls.flatMap(({rules}) => rules.map(({id}) => attestation(id, 'pass'))),
		};
		const wins = (more: Said = {}) => quickWins(judgeOrganization(facts, {...said, ...more}), controls);
		assert.deepEqual(wins(), ['2.3', '3.1']);
		assert.deepEqual(wins({decisions: decided({waivers: [waiver('owner-count')]})}), ['3.1']);
		const open = wins({attestations: []});
		assert.equal(open.at(-1), '3.1');
		assert.deepEqual(open.slice(0, 3), ['4.1', '1.2', '1.3']);
	});

	test('times are read from their words', () => {
		assert.deepEqual(['10 min', '30–60 min', '1–2 h', ''].map(minutesOf), [10, 60, 120, 0]);
		for (const {time} of controls) {
			assert.ok(minutesOf(time.text) >= 5, time.text);
		}
	});
});
