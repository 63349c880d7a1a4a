import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {type DueRule, dueRules} from '../../source/assessment/due.ts';
import {sinceOf} from '../../source/assessment/in-doubt.ts';
import {registerState} from '../../source/assessment/register.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {RegisterEntry} from '../../source/types/decision.ts';
import type {Facts} from '../../source/types/facts.ts';
import {dayAgo, decided, entry} from '../support/decision-builders.ts';
import {
	account,
	attestation,
	daysAgo,
	failed,
	hardenedFacts,
	now,
	ownAccount,
	project,
	read,
	user,
	users,
} from '../support/facts-builders.ts';
import {contextOf, judgeOrganization, ruleIn, type Said} from '../support/judge-organization.ts';
import {ruleNamed} from '../support/measure.ts';

const id = 'service-account-register';
const rows = ['etl', 'backup', 'wizard'].map(name => ({type: 'service_account', id: name}) as const);
const all = rows.map(row => entry(id, row));

function judge(
	rule: string,
	register: readonly RegisterEntry[],
	facts: Facts = hardenedFacts(),
	said: Said = {},
) {
	return ruleIn(judgeOrganization(facts, {...said, decisions: decided({register})}), rule);
}

test('the rules that are answered row by row are those of the contract', () => {
	const registers = controls
		.flatMap(({rules}) => rules)
		.flatMap(({id: rule, register}) =>
			register === undefined ? [] : [[rule, register.rows, ...register.fields]],
		);
	assert.deepEqual(registers, [
		['all-users-grant-removed', 'projects', 'Who has access instead'],
		['project-roles-minimal', 'projects', 'Admins, by name'],
		['sensitive-projects-restricted', 'projects', 'Sensitive data', 'Who needs it'],
		['project-membership-audited', 'projects', 'Reviewer', 'What changed'],
		['admins-documented', 'admins', 'Reason', 'Reviewer'],
		['service-account-register', 'service_accounts', 'Purpose', 'Owner'],
	]);
});

describe('a register', () => {
	test('in which every row is recorded answers the rule, by the people who filled it in', () => {
		const result = judge(id, all);
		assert.deepEqual(
			[result.status, result.basis, result.reasonCode, result.grade, result.measured],
			['pass', 'attested', null, null, {status: 'manual', reasonCode: 'no_api'}],
		);
		assert.deepEqual(
			[result.actual, result.reason],
			['3 of 3 recorded', 'Recorded by Ana, the last on 2026-11-19.'],
		);
		assert.deepEqual(
			result.evidence.map(({source}) => source),
			['api', 'person'],
		);
	});

	test('has rows of its own for admins and for projects', () => {
		const admins = ['owner0', 'owner1', 'admin0', 'admin1'].map(name =>
			entry('admins-documented', {type: 'user', id: name}),
		);
		assert.equal(judge('admins-documented', admins).status, 'pass');
		assert.equal(judge('admins-documented', admins.slice(1)).actual, '3 of 4 recorded');
		const projects = ['1', '2'].map(name => entry('all-users-grant-removed', {type: 'project', id: name}));
		assert.equal(judge('all-users-grant-removed', projects).status, 'pass');
		assert.equal(judge('project-roles-minimal', projects).status, 'manual');
	});

	test('with a row that is new since names it', () => {
		const result = judge(id, all.slice(0, 1));
		assert.deepEqual(
			[result.status, result.reasonCode, result.actual],
			['manual', 'no_api', '1 of 3 recorded'],
		);
		assert.match(
			result.reason,
			/^1 of 3 recorded; new: backup\.mp-service-account, wizard\.mp-service-account\. Go through/,
		);
	});

	test('forgets what is gone, and counts the latest entry of a row', () => {
		const gone = entry(id, {type: 'service_account', id: 'gone'});
		const blank = entry(id, {type: 'service_account', id: 'etl'}, {fields: []});
		assert.equal(judge(id, [...all, gone]).status, 'pass');
		assert.equal(judge(id, [blank, ...all]).status, 'pass');
		assert.equal(judge(id, [...all, blank]).status, 'manual');
	});

	// The first row as it is, and what the register makes of it.
	const odd: readonly (readonly [Partial<RegisterEntry>, string])[] = [
		[{at: daysAgo(180)}, 'recorded'],
		[{at: daysAgo(181)}, 'stale'],
		[{at: daysAgo(-2)}, 'incomplete'],
		[{ruleVersion: 2}, 'incomplete'],
		[{fields: [{label: makeSafe('Purpose'), value: makeSafe('loads')}]}, 'incomplete'],
		[
			{
				fields: [
					{label: makeSafe('Purpose'), value: makeSafe('loads')},
					{label: makeSafe('Owner'), value: makeSafe(' ')},
				],
			},
			'incomplete',
		],
	];
	for (const [more, state] of odd) {
		test(`takes a row with ${JSON.stringify(more)} for ${state}`, () => {
			const [first = all[0], ...others] = rows.map(row => entry(id, row));
			assert.ok(first);
			const register = [{...first, ...more}, ...others];
			assert.equal(registerState(ruleNamed(id), hardenedFacts(), register, now)?.rows[0]?.state, state);
			assert.equal(judge(id, register).status, state === 'recorded' ? 'pass' : 'manual');
			assert.equal(
				judge(id, register).reasonCode,
				{recorded: null, stale: 'stale', incomplete: 'no_api'}[state],
			);
		});
	}

	// Lists that are not whole, or may not be, never answer a rule.
	const unreliable: readonly (readonly [string, string, Facts])[] = [
		['service accounts that were denied', id, {...hardenedFacts(), serviceAccounts: failed('denied')}],
		['an empty list of service accounts', id, {...hardenedFacts(), serviceAccounts: read([])}],
		['nothing read', id, {}],
		[
			'a role that is not understood',
			'admins-documented',
			{...hardenedFacts(), users: read({users: [user('owner0', 'owner'), user('x', 'other')]})},
		],
		['no Owner in the list', 'admins-documented', {...hardenedFacts(), users: read({users: users(0, 1, 2)})}],
		[
			'a project that may belong to another organization',
			'all-users-grant-removed',
			{
				...hardenedFacts(),
				identity: read({
					organizations: ['1', '2'].map(name => ({id: name, name: makeSafe(name), role: 'admin'})),
					projects: [],
				}),
				projectServiceAccounts: read([
					{project: {...project('1'), organizationId: null}, read: failed('not_found')},
				]),
			},
		],
	];
	for (const [what, rule, facts] of unreliable) {
		test(`does not answer with ${what}`, () => {
			const register = [
				...rows,
				{type: 'user', id: 'owner0'},
				{type: 'user', id: 'admin0'},
				{type: 'project', id: '1'},
			] as const;
			const result = judge(
				rule,
				register.map(row => entry(rule, row)),
				facts,
			);
			assert.equal(result.status, 'manual');
			assert.match(result.reason, /the list they belong to was not read: answer for the whole\.$/);
			assert.equal(registerState(ruleNamed(rule), facts, all, now), null);
		});
	}

	test('and a word on the whole: the later one counts', () => {
		const said = (status: 'pass' | 'fail', days: number, register: readonly RegisterEntry[]) => {
			const attestations = [attestation(id, status, {at: daysAgo(days)})];
			const {status: result, actual} = judge(id, register, hardenedFacts(), {attestations});
			return [result, actual.startsWith('Ana saw')];
		};
		assert.deepEqual(said('fail', 3, all), ['fail', true]);
		assert.deepEqual(said('fail', 9, all), ['pass', false]);
		assert.deepEqual(said('pass', 9, all.slice(1)), ['pass', true]);
	});

	const projectWord = (name: string, status: 'pass' | 'fail' | 'not_applicable', more = {}) =>
		attestation('all-users-grant-removed', status, {resource: {type: 'project', id: name}, ...more});
	const byProject = (words: ReturnType<typeof projectWord>[], register: RegisterEntry[] = []) =>
		judge('all-users-grant-removed', register, hardenedFacts(), {attestations: words});

	test('is answered by words on single rows as well: all of them yes is a pass, one no is a finding', () => {
		const yes = byProject([projectWord('1', 'pass'), projectWord('2', 'not_applicable')]);
		assert.deepEqual([yes.status, yes.basis, yes.actual], ['pass', 'attested', '2 of 2 recorded']);
		const some = byProject([projectWord('1', 'pass')]);
		assert.deepEqual([some.status, some.actual], ['manual', '1 of 2 recorded']);
		assert.match(some.reason, /new: Blog/);
		const no = byProject([projectWord('1', 'pass'), projectWord('2', 'fail')]);
		assert.deepEqual([no.status, no.basis], ['fail', 'attested']);
		assert.deepEqual(no.measured, {status: 'manual', reasonCode: 'no_api'});
		assert.deepEqual(
			no.findings.map(({resource}) => resource),
			[{type: 'project', id: '2', name: 'Blog'}],
		);
		assert.equal(byProject([projectWord('1', 'fail', {observedOn: dayAgo(91)})]).status, 'manual');
		assert.equal(byProject([projectWord('1', 'fail', {ruleVersion: 9})]).status, 'manual');
	});

	test('takes the later of a word on a row, its entry and a word on the whole', () => {
		const row = {type: 'project', id: '2'} as const;
		const first = entry('all-users-grant-removed', {type: 'project', id: '1'});
		const kept = entry('all-users-grant-removed', row);
		assert.equal(byProject([projectWord('2', 'fail', {at: daysAgo(6)})], [first, kept]).status, 'pass');
		assert.equal(byProject([projectWord('2', 'fail', {at: daysAgo(1)})], [first, kept]).status, 'fail');
		const whole = attestation('all-users-grant-removed', 'pass', {at: daysAgo(4)});
		assert.equal(byProject([projectWord('2', 'fail', {at: daysAgo(5)}), whole]).status, 'pass');
		assert.equal(byProject([projectWord('2', 'fail', {at: daysAgo(3.5)}), whole]).status, 'fail');
	});

	test('stays out of the way of the plan', () => {
		const projects = ['1', '2'].map(name => entry('project-roles-minimal', {type: 'project', id: name}));
		const result = judge('project-roles-minimal', projects, hardenedFacts(), {profile: {plan: 'free'}});
		assert.equal(result.status, 'not_applicable');
	});
});

describe('a word in doubt', () => {
	const before = sinceOf(hardenedFacts(), daysAgo(2));
	const grown: Facts = {
		...hardenedFacts(),
		users: read({users: [...users(2, 2, 8), user('raj', 'admin')]}),
		projectServiceAccounts: read(['1', '2', '3'].map(name => ({project: project(name), read: read([])}))),
	};
	const doubted = (
		rule: string,
		more: Said & {status?: 'pass' | 'fail' | 'not_applicable'; at?: never} = {},
	) => {
		const attestations = [attestation(rule, more.status ?? 'pass')];
		return ruleIn(judgeOrganization(grown, {attestations, since: before, ...more}), rule);
	};

	test('asks again and names the project or the admin that came since', () => {
		const result = doubted('project-membership-audited');
		assert.deepEqual([result.status, result.reasonCode, result.basis], ['manual', 'in_doubt', null]);
		assert.equal(
			result.reason,
			'Said by Ana on 2026-11-21: it is so. 1 project came since: Project 3. Look again.',
		);
		assert.match(
			doubted('admins-documented').reason,
			/1 person became Owner or Admin since: raj@acme\.example\. Look again\.$/,
		);
		assert.equal(doubted('phishing-resistant-admins').reasonCode, 'in_doubt');
	});

	test('on the register of service accounts asks again for each that came since, but for the key in use', () => {
		const known = read([account('etl')]);
		const since = sinceOf({...hardenedFacts(), serviceAccounts: known}, daysAgo(2));
		const judged = (...more: readonly ReturnType<typeof account>[]) =>
			ruleIn(
				judgeOrganization(
					{...hardenedFacts(), serviceAccounts: read([account('etl'), ...more])},
					{attestations: [attestation('service-account-register', 'pass')], since},
				),
				'service-account-register',
			);
		assert.equal(judged().status, 'pass');
		assert.equal(judged(account('new-key', {isOwn: true})).status, 'pass');
		const result = judged(account('new-key', {isOwn: true}), account('campaign-tool'));
		assert.deepEqual([result.status, result.reasonCode], ['manual', 'in_doubt']);
		assert.match(
			result.reason,
			/1 service account came since: campaign-tool\.mp-service-account\. Look again\.$/,
		);
	});

	test('is one that is touched by it, and that says it is so', () => {
		assert.equal(doubted('access-review-current').status, 'pass');
		assert.equal(doubted('project-membership-audited', {status: 'fail'}).status, 'fail');
		assert.equal(doubted('project-membership-audited', {status: 'not_applicable'}).reasonCode, 'in_doubt');
	});

	test('is none when nothing came, when nobody knows what was, or when it was said in sight of it', () => {
		assert.equal(doubted('project-membership-audited', {since: null}).status, 'pass');
		assert.equal(doubted('project-membership-audited', {since: sinceOf(grown, daysAgo(2))}).status, 'pass');
		const unread = {at: daysAgo(2), projects: null, privileged: null};
		assert.equal(doubted('project-membership-audited', {since: unread}).status, 'pass');
		const late = [
			attestation('project-membership-audited', 'pass', {observedOn: dayAgo(0), at: daysAgo(-0.01)}),
		];
		const result = judgeOrganization(grown, {attestations: late, since: before});
		assert.equal(ruleIn(result, 'project-membership-audited').status, 'pass');
	});

	test('is held against what was known when it was said', () => {
		const later = sinceOf(grown, daysAgo(1));
		const earlier = sinceOf(hardenedFacts(), daysAgo(10));
		assert.equal(doubted('project-membership-audited', {since: [later, earlier]}).reasonCode, 'in_doubt');
		const seen = sinceOf(grown, daysAgo(4));
		assert.equal(doubted('project-membership-audited', {since: [earlier, seen, later]}).status, 'pass');
	});

	test('is never a register that is complete', () => {
		const register = ['owner0', 'owner1', 'admin0', 'admin1', 'raj'].map(name =>
			entry('admins-documented', {type: 'user', id: name}),
		);
		assert.equal(doubted('admins-documented', {decisions: decided({register})}).status, 'pass');
	});
});

describe('what becomes due', () => {
	const due = (said: Said, facts: Facts = hardenedFacts()): DueRule[] =>
		dueRules(
			judgeOrganization(facts, said),
			controls.flatMap(({rules}) => rules),
			contextOf(facts, said),
		);

	test('is each required rule that rests on a word or a register, soonest first', () => {
		assert.deepEqual(
			due({
				attestations: [
					attestation('deletion-process', 'pass', {observedOn: dayAgo(10)}),
					attestation('key-events-reviewed', 'pass', {observedOn: dayAgo(40)}),
					attestation('sso-required', 'fail', {observedOn: dayAgo(10)}),
					attestation('public-boards-disabled', 'pass'),
					attestation('owner-count', 'pass'),
				],
				decisions: decided({
					register: [...all.slice(1), entry(id, {type: 'service_account', id: 'etl'}, {at: daysAgo(100)})],
				}),
			}),
			[
				{rule: 'key-events-reviewed', on: dayAgo(10)},
				{rule: 'sso-required', on: dayAgo(-80)},
				{rule: 'service-account-register', on: dayAgo(-80)},
				{rule: 'deletion-process', on: dayAgo(-170)},
			].toSorted((one, other) => one.on.localeCompare(other.on) || one.rule.localeCompare(other.rule)),
		);
	});

	test('is a register that ran out, too, and nothing outside the level', () => {
		const register = rows.map(row => entry(id, row, {at: daysAgo(190)}));
		assert.deepEqual(due({decisions: decided({register})}), [{rule: id, on: dayAgo(10)}]);
		const attestations = [attestation('deletion-process', 'pass')];
		assert.deepEqual(due({attestations, profile: {level: 'L1'}}), []);
	});

	test('is nothing when the profile took the rule out', () => {
		const facts = {...hardenedFacts(), serviceAccounts: read([ownAccount, account('etl')])};
		const attestations = [attestation('members-enrolled', 'pass')];
		assert.deepEqual(due({attestations, profile: {sso: 'enabled'}}, facts), []);
	});
});
