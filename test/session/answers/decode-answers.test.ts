import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {parse} from 'yaml';
import {controls} from '../../../source/controls/index.ts';
import type {Answers} from '../../../source/session/answers/answers.ts';
import {decodeAnswers} from '../../../source/session/answers/decode-answers.ts';
import {layAnswersOver} from '../../../source/session/answers/lay-over.ts';
import {AnswersFault, parseLocated} from '../../../source/session/answers/located.ts';
import {foldAll} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {example} from './example.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const rules = controls.flatMap(control => control.rules);
const file = new URL('../../../source/session/answers/answers.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(file, 'utf8'));
const follows = new Ajv2020({allErrors: true, strictTypes: false, strictRequired: false}).compile(schema);

function decode(text: string): Answers {
	return decodeAnswers(parseLocated(text), {rules, now, waiverMaxDays: 365});
}

function faultOf(text: string): AnswersFault {
	try {
		decode(text);
	} catch (error) {
		if (error instanceof AnswersFault) {
			return error;
		}

		throw error;
	}

	throw new Error(`no fault in:\n${text}`);
}

test('a file is understood as the words that a session records', () => {
	const {profile, attestations, waivers, exemptions, registers, notes} = decode(example);
	assert.deepEqual(profile, {
		level: 'L2',
		sso: 'enabled',
		plan: null,
		idp: 'okta',
		domains: ['acme.example'],
		replay: false,
		role: 'admin',
	});
	assert.deepEqual(attestations, [
		{
			rule: 'sso-enabled',
			ruleVersion: 1,
			resource: null,
			status: 'pass',
			by: 'Ana',
			observedOn: '2026-11-20',
			seen: `The switch is on (file with SHA-256 ${'ab'.repeat(32)})`,
		},
		{
			rule: 'all-users-grant-removed',
			ruleVersion: 1,
			resource: {type: 'project', id: '9007199254740993'},
			status: 'fail',
			by: 'Ben',
			observedOn: '2026-11-24',
			seen: 'All Users is still there',
		},
	]);
	assert.deepEqual(
		waivers.map(({scope, waiver, by}) => [scope, waiver, by]),
		[
			[{kind: 'control', control: '1.2'}, 'accepted_risk', 'answers file'],
			[{kind: 'rule', rule: 'sso-required', ruleVersion: 1}, 'disputed', 'Ana'],
		],
	);
	assert.deepEqual(exemptions, [
		{
			rule: 'pii-classified',
			resource: {type: 'property', id: '1:User:%24email'},
			reason: 'Hashed before it is sent',
			owner: 'Ben',
			expires: '2027-02-01',
			by: 'answers file',
		},
	]);
	assert.deepEqual(registers, [
		{
			rule: 'service-account-register',
			ruleVersion: 1,
			resource: {type: 'service_account', id: '9001'},
			fields: [
				{label: 'Purpose', value: 'Nightly export'},
				{label: 'Owner', value: 'Raj'},
			],
			by: 'answers file',
		},
	]);
	assert.deepEqual(notes, [{control: '3.1', text: 'Ask Raj about etl'}]);
});

test('the same as JSON says the same, tabs and all', () => {
	const asJson = JSON.stringify(
		parse(example, {intAsBigInt: true}),
		(_, value) => (typeof value === 'bigint' ? `${value}` : value),
		'\t',
	);
	assert.deepEqual(decode(asJson), decode(example));
	assert.deepEqual(decode('{}'), {
		profile: {},
		attestations: [],
		waivers: [],
		exemptions: [],
		registers: [],
		notes: [],
	});
});

test('the schema names the rules and the registers that there are', () => {
	assert.deepEqual(
		schema.$defs.rule.enum,
		rules.map(({id}) => id),
	);
	assert.deepEqual(
		schema.properties.registers.items.oneOf.map(
			(row: {properties: Record<string, Record<string, object>>}) => [
				row.properties['rule']?.['const'],
				Object.keys(row.properties['fields']?.['properties'] ?? {}),
			],
		),
		rules.flatMap(({id, register}) => (register === undefined ? [] : [[id, register.fields]])),
	);
});

test('the example follows the schema', () => {
	assert.ok(follows(parse(example)), JSON.stringify(follows.errors));
	assert.ok(follows({}));
});

/** One thing wrong: what stands in the example, what it becomes, where the fault is said to be, and what. */
const mistakes: readonly (readonly [right: string, wrong: string, spot: string, what: RegExp])[] = [
	['profile:', 'profil:', '2:1', /no "profil"/],
	['level: L2', 'level: L4', '2:18', /"L4" is not allowed/],
	['replay: false', 'replay: "no"', '2:92', /"no" is not allowed/],
	['[acme.example]', '[Acme.example]', '2:69', /no domain/],
	['[acme.example]', 'acme.example', '2:68', /a list is needed/],
	['rule: sso-enabled', 'rule: sso-enable', '4:11', /no rule "sso-enable"/],
	['    status: pass\n', '', '4:5', /lacks "status"/],
	['status: pass', 'status: yes', '5:13', /"yes" is not allowed/],
	['by: Ana\n    observedOn', 'by: " "\n    observedOn', '6:9', /empty/],
	['by: Ana\n    observedOn', 'who: Ana\n    observedOn', '6:5', /no "who"/],
	['2026-11-20', '20.11.2026', '7:17', /no day/],
	['2026-11-20', '2026-13-20', '7:17', /no day/],
	['seen: The switch is on', 'seen: 12', '8:11', /a text is needed/],
	['ab'.repeat(32), 'abc', '9:21', /no SHA-256/],
	['type: project,', 'type: robot,', '11:22', /"robot" is not allowed/],
	['id: 9007199254740993', 'id: Shop', '11:35', /no id of a project/],
	['id: 9007199254740993', 'id: 1.5', '11:35', /"1.5" is no id/],
	['control: 1.2', 'control: 1.4', '19:14', /no control "1.4"/],
	['control: 1.2', 'control: 1.2\n    rule: sso-enabled', '19:5', /control or a rule/],
	['  - control: 1.2\n    kind', '  - kind', '19:5', /control or a rule/],
	['accepted_risk', 'fine', '20:11', /"fine" is not allowed/],
	['reason: SSO comes first', 'reason: ""', '21:13', /empty/],
	['owner: Raj\n    expires: 2027-11-24', 'owner:\n    expires: 2027-11-24', '22:11', /a text is needed/],
	['"1:User:%24email"', '"1:User:$e mail"', '32:36', /no id of a property/],
	['"1:User:%24email"', '"1:User:%2"', '32:36', /no id of a property/],
	['rule: service-account-register', 'rule: sso-enabled', '37:11', /has no register/],
	['type: service_account', 'type: project', '38:15', /another type/],
	['Purpose:', 'Purpos:', '39:14', /no "Purpos" in its register/],
	['{Purpose: Nightly export, Owner: Raj}', '{}', '39:13', /nothing is registered/],
	['text: Ask Raj about etl', 'text: Ask, by: Ana', '41:33', /no "by"/],
];

for (const [right, wrong, spot, what] of mistakes) {
	test(`refused at ${spot}, by the schema as well: ${JSON.stringify(wrong)}`, () => {
		assert.ok(example.includes(right), right);
		const text = example.replace(right, () => wrong);
		const fault = faultOf(text);
		assert.match(fault.message, what);
		assert.equal(`${fault.spot.line}:${fault.spot.column}`, spot);
		assert.equal(follows(parse(text)), false, 'the schema takes it');
	});
}

/** What no schema can say, because it depends on the day or on the rest of the file. */
const untimely: readonly (readonly [right: string, wrong: string, spot: string, what: RegExp])[] = [
	['2026-11-20', '2026-11-26', '7:17', /is ahead/],
	['2026-11-20', '2026-02-30', '7:17', /no day/],
	['expires: 2027-11-24', 'expires: 2027-11-25', '23:14', /too far ahead/],
	['expires: 2026-11-24', 'expires: 2026-11-23', '28:14', /ran out on 2026-11-23/],
	['    by: "Ben"', '    by: Ben\n    by: Ana', '14:5', /"by" stands here twice/],
	[
		'rule: sso-required',
		'rule: sso-required\n    kind: disputed\n    reason: a\n    owner: b\n    expires: 2027-01-01\n  - rule: sso-required',
		'29:5',
		/waived above/,
	],
];

for (const [right, wrong, spot, what] of untimely) {
	test(`refused at ${spot}: ${JSON.stringify(wrong)}`, () => {
		assert.ok(example.includes(right), right);
		const fault = faultOf(example.replace(right, () => wrong));
		assert.match(fault.message, what);
		assert.equal(`${fault.spot.line}:${fault.spot.column}`, spot);
	});
}

test('a day that has begun somewhere on Earth may be observed', () => {
	const text = example.replace('2026-11-20', '2026-11-25');
	const evening = new Date('2026-11-24T22:00:00.000Z');
	assert.equal(
		decodeAnswers(parseLocated(text), {rules, now: evening, waiverMaxDays: 365}).attestations[0]?.observedOn,
		'2026-11-25',
	);
});

test('what is no single plain document is refused with its place', () => {
	for (const [text, spot] of [
		['', '1:1'],
		['# only a comment\n', '1:1'],
		['- a', '1:1'],
		['a: [1, 2', '1:9'],
		['notes: []\n---\nnotes: []\n', '2:1'],
		['notes: !!python/object x', '1:8'],
		['notes: *nobody', '1:8'],
		['? [a]\n: b', '1:3'],
		['notes: []\nnotes: []', '2:1'],
		['{"notes": [}', '1:12'],
	] as const) {
		const fault = faultOf(text);
		assert.equal(`${fault.spot.line}:${fault.spot.column}`, spot, text);
	}
});

test('aliases serve, and neither bombs, circles nor depths do harm', {timeout: 20_000}, () => {
	const shared = decode('notes:\n  - &note {control: "1.1", text: a}\n  - *note\n');
	assert.equal(shared.notes.length, 2);
	const level = (index: number) =>
		`l${index}: &l${index} [${Array(9)
			.fill(`*l${index - 1}`)
			.join()}]\n`;
	const bomb = `l0: &l0 [a, a, a]\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join('')}`;
	assert.match(faultOf(bomb).message, /more than can be meant/);
	assert.match(faultOf('notes: &a [*a]').message, /more than can be meant|cannot be read/);
	assert.match(faultOf('['.repeat(10_000)).message, /more than can be meant|cannot be read/);
});

test('what the parser repeats of the file is shown safely', () => {
	const fault = faultOf('notes: !\u001b[2J x');
	assert.doesNotMatch(`${fault.message} ${fault.why}`, /\u001b/);
	assert.doesNotMatch(faultOf('"\\u001b[2J": 1').message, /\u001b/);
});

test('laid over a session, the file has the last word on what it speaks of', () => {
	const session = foldAll([
		{at: '2026-11-01T00:00:00.000Z', event: {type: 'person_named', name: makeSafe('Eve')}},
		{
			at: '2026-11-01T00:00:00.000Z',
			event: {type: 'profile_answered', answers: {plan: 'growth', sso: 'disabled', level: 'L1'}},
		},
		...['sso-enabled', 'sso-required'].map(rule => ({
			at: '2026-11-01T00:00:00.000Z',
			event: {
				type: 'rule_attested' as const,
				attestation: {
					rule,
					ruleVersion: 1,
					resource: null,
					status: 'fail' as const,
					by: makeSafe('Eve'),
					observedOn: '2026-11-01',
					seen: makeSafe('off'),
				},
			},
		})),
	]);
	const laid = layAnswersOver(
		session,
		decode(
			'profile: {sso: enabled}\nattestations: [{rule: sso-enabled, status: pass, by: Ana, observedOn: 2026-11-20, seen: on}]',
		),
		now,
	);
	assert.deepEqual(
		laid.attestations.map(({rule, by, at}) => [rule, by, at]),
		[
			['sso-required', 'Eve', '2026-11-01T00:00:00.000Z'],
			['sso-enabled', 'Ana', '2026-11-24T10:00:00.000Z'],
		],
	);
	assert.equal(laid.profile.sso, 'enabled');
	assert.equal(laid.profile.plan, 'growth');
	assert.equal(session.profile.sso, 'disabled');
});
