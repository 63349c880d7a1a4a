import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {parse} from 'yaml';
import {compileNamePattern} from '../../../source/controls/data-governance/name-pattern.ts';
import {controls} from '../../../source/controls/index.ts';
import {policySha256} from '../../../source/report/policy/policy-digest.ts';
import {renderPolicy} from '../../../source/report/policy/render-policy.ts';
import {AnswersFault, parseLocated} from '../../../source/session/answers/located.ts';
import {decodePolicy} from '../../../source/session/policy/decode-policy.ts';
import {policyRanges} from '../../../source/session/policy/policy-ranges.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {defaultPolicy, type Policy, type PolicyNumber} from '../../../source/types/policy.ts';
import {policyKeys} from '../../../source/types/policy-keys.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const rules = controls.flatMap(control => control.rules);
const file = new URL('../../../source/session/policy/policy.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(file, 'utf8'));
const follows = new Ajv2020({
	allErrors: true,
	strictTypes: false,
	strictRequired: false,
	formats: {regex: true},
}).compile(schema);

function decode(text: string): Policy {
	return decodePolicy(parseLocated(text), {
		rules,
		now,
		faultOfPattern: pattern => {
			const compiled = compileNamePattern(pattern);
			return typeof compiled === 'function' ? null : compiled;
		},
	});
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

const exemption = `{rule: pii-classified, resource: {type: property, id: "1:User:%24email"}, reason: needed, owner: Ben, expires: 2027-01-31}`;

test('what a file sets holds, and the defaults where it is silent', () => {
	const policy = decode(`maxOwners: 4 # we are many
maxPrivilegedShare: .25
piiPatterns: ["^cust_ref$", {pattern: loyalty, kind: loyalty number}]
claimedDomains: [acme.example]
exemptions:
  - ${exemption}
`);
	assert.deepEqual(policy, {
		...defaultPolicy,
		maxOwners: 4,
		maxPrivilegedShare: 0.25,
		piiPatterns: [
			{pattern: '^cust_ref$', kind: null},
			{pattern: 'loyalty', kind: 'loyalty number'},
		],
		claimedDomains: ['acme.example'],
		exemptions: [
			{
				rule: 'pii-classified',
				resource: {type: 'property', id: '1:User:%24email'},
				reason: 'needed',
				owner: 'Ben',
				expires: '2027-01-31',
				by: 'policy file',
			},
		],
	});
	assert.deepEqual(decode('{}'), defaultPolicy);
	assert.deepEqual(decode('{"piiPatterns": [], "exemptions": [], "claimedDomains": []}'), defaultPolicy);
});

test('an exemption that has ended stays in the file: its finding returns, the run goes on', () => {
	const [ended] = decode(`exemptions: [${exemption.replace('2027-01-31', '2026-11-01')}]`).exemptions ?? [];
	assert.equal(ended?.expires, '2026-11-01');
});

const numbers = Object.entries(policyRanges);

/** What the schema refuses as well, with the place of the mistake. */
const mistakes: readonly (readonly [text: string, spot: string, what: RegExp])[] = [
	['maxOwner: 4', '1:1', /no "maxOwner"/],
	['maxOwners: 4\n__proto__: {}', '2:1', /no "__proto__"/],
	['<<: {maxOwners: 4}', '1:1', /no "<<"/],
	['maxOwners:\n  "4"', '2:3', /no maxOwners/],
	['maxOwners: four', '1:12', /"four" is no maxOwners/],
	['maxOwners:', '1:11', /no maxOwners/],
	['maxOwners: true', '1:12', /no maxOwners/],
	['maxOwners: [4]', '1:12', /a list is no maxOwners/],
	['maxOwners: 0', '1:12', /no maxOwners/],
	['maxOwners: -1', '1:12', /no maxOwners/],
	['maxOwners: 2.5', '1:12', /no maxOwners/],
	['unusedDays: 3651', '1:13', /no unusedDays/],
	['unusedDays: .inf', '1:13', /no unusedDays/],
	['unusedDays: .nan', '1:13', /no unusedDays/],
	['unusedDays: 1e400', '1:13', /no unusedDays/],
	['waiverMaxDays: 366', '1:16', /no waiverMaxDays/],
	['maxPrivilegedShare: 1.1', '1:21', /no maxPrivilegedShare/],
	['maxPrivilegedShare: 10%', '1:21', /no maxPrivilegedShare/],
	['piiPatterns: email', '1:14', /a list is needed/],
	['piiPatterns: [""]', '1:15', /a pattern is needed/],
	['piiPatterns: [4]', '1:15', /a pattern is needed/],
	['piiPatterns: [{kind: x}]', '1:15', /lacks "pattern"/],
	['piiPatterns: [{pattern: x, flags: g}]', '1:28', /no "flags"/],
	[`piiPatterns: [${'x'.repeat(201)}]`, '1:15', /too long/],
	[`piiPatterns: [${'x,'.repeat(101)}]`, '1:14', /too long/],
	['claimedDomains: [Acme]', '1:18', /no domain/],
	['claimedDomains: acme.example', '1:17', /a list is needed/],
	[`exemptions: [${exemption.replace('pii-classified', 'pii')}]`, '1:21', /no rule "pii"/],
	[`exemptions: [${exemption.replace('property', 'robot')}]`, '1:54', /"robot" is not allowed/],
	[`exemptions: [${exemption.replace('owner: Ben, ', '')}]`, '1:14', /lacks "owner"/],
	[`exemptions: [${exemption.replace('reason: needed', 'reason: " "')}]`, '1:96', /empty/],
	[`exemptions: [${exemption.replace('2027-01-31', 'never')}]`, '1:125', /no day/],
	[`exemptions: [${exemption.replace('owner', 'boss')}]`, '1:104', /no "boss"/],
	['[]', '1:1', /must be a map/],
	['4', '1:1', /must be a map/],
];

for (const [text, spot, what] of mistakes) {
	test(`refused at ${spot}, by the schema as well: ${text.slice(0, 60)}`, () => {
		const fault = faultOf(text);
		assert.match(fault.message, what);
		assert.equal(`${fault.spot.line}:${fault.spot.column}`, spot);
		assert.notEqual(fault.why, '');
		assert.equal(follows(parse(text)), false, 'the schema takes it');
	});
}

/** What no schema can say. */
const beyondSchema: readonly (readonly [text: string, spot: string, what: RegExp])[] = [
	['', '1:1', /the policy is empty/],
	['# only words\n', '1:1', /the policy is empty/],
	['maxOwners: 4\nmaxOwners: 5', '2:1', /stands here twice/],
	['{"maxOwners": 4, "maxOwners": 4}', '1:18', /stands here twice/],
	['maxOwners: 0x4', '1:12', /no maxOwners/],
	['maxOwners: 04', '1:12', /no maxOwners/],
	['maxOwners: 4.0', '1:12', /no maxOwners/],
	['minOwners: 4', '1:12', /minOwners 4 is above maxOwners 3/],
	['maxOwners: 1', '1:12', /minOwners 2 is above maxOwners 1/],
	['piiPatterns: ["(a"]', '1:15', /no regular expression/],
	['piiPatterns:\n  - "(a)\\\\1"', '2:5', /repeats what it found/],
	['piiPatterns: ["(?=a)"]', '1:15', /ahead or back/],
	['piiPatterns: ["a{9999}"]', '1:15', /too large/],
	['piiPatterns: ["a\u200bb"]', '1:15', /do not show/],
	[`exemptions: [${exemption.replace('2027-01-31', '2027-11-25')}]`, '1:125', /too far ahead/],
	[`waiverMaxDays: 30\nexemptions: [${exemption}]`, '2:125', /too far ahead/],
	[`exemptions: [${exemption}, ${exemption}]`, '1:138', /exempted above/],
	['maxOwners: !!js/function 4', '1:12', /cannot be read/],
	['maxOwners: 4\n---\nmaxOwners: 5', '2:1', /cannot be read/],
	['maxOwners: {', '1:13', /cannot be read/],
	['\u0000\u0001ELF', '1:1', /must be a map|cannot be read/],
];

for (const [text, spot, what] of beyondSchema) {
	test(`refused at ${spot}: ${JSON.stringify(text.slice(0, 60))}`, () => {
		const fault = faultOf(text);
		assert.match(fault.message, what);
		assert.equal(`${fault.spot.line}:${fault.spot.column}`, spot);
	});
}

test('aliases that multiply, and nesting without end, are refused at once', {timeout: 10_000}, () => {
	const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
	for (const [index, name] of [...'bcdefghij'].entries()) {
		const before = 'abcdefghij'[index];
		bomb.push(`${name}: &${name} [${Array.from({length: 9}, () => `*${before}`).join(', ')}]`);
	}

	assert.match(faultOf(`${bomb.join('\n')}\npiiPatterns: *j`).message, /more than can be meant/);
	assert.match(
		faultOf(`piiPatterns: ${'['.repeat(5000)}${']'.repeat(5000)}`).message,
		/more than can be meant|cannot be read/,
	);
	const loop = faultOf('piiPatterns: &a [*a]');
	assert.match(loop.message, /more than can be meant|cannot be read/);
});

test('every number is held to its range, both ends included', () => {
	for (const [key, {least, most, is}] of numbers) {
		const step = is === 'share' ? 0.01 : 1;
		const others = key === 'minOwners' ? '\nmaxOwners: 100000' : key === 'maxOwners' ? '\nminOwners: 1' : '';
		for (const value of [least, most]) {
			assert.ok(decode(`${key}: ${value}${others}`), key);
			assert.ok(follows({[key]: value}), `${key} ${value} by the schema`);
		}

		assert.throws(() => decode(`${key}: ${most + step}`), AnswersFault);
		assert.equal(follows({[key]: most + step}), false, key);
		if (least > 0) {
			assert.throws(() => decode(`${key}: ${least - step}`), AnswersFault);
			assert.equal(follows({[key]: least - step}), false, key);
		}
	}
});

const text = fc
	.string({unit: 'grapheme', minLength: 1, maxLength: 12})
	.map(raw => makeSafe(raw.trim().replaceAll(/\s+/gu, ' ')))
	.filter(safe => safe.trim() !== '');
const number = (key: PolicyNumber): fc.Arbitrary<number> => {
	const {least, most, is} = policyRanges[key];
	return is === 'share'
		? fc.integer({min: 0, max: 100}).map(percent => percent / 100)
		: fc.integer({min: least, max: most});
};
const anyPolicy: fc.Arbitrary<Policy> = fc
	.record({
		maxPrivileged: number('maxPrivileged'),
		maxPrivilegedShare: number('maxPrivilegedShare'),
		minOwners: fc.integer({min: 1, max: 5}),
		maxOwners: fc.integer({min: 5, max: 9}),
		unusedDays: number('unusedDays'),
		unusedGraceDays: number('unusedGraceDays'),
		rotationDays: number('rotationDays'),
		maxExpiryDays: number('maxExpiryDays'),
		maxProjectsPerServiceAccount: number('maxProjectsPerServiceAccount'),
		certificateDays: number('certificateDays'),
		auditExportDays: number('auditExportDays'),
		waiverMaxDays: fc.constant(365),
	})
	.chain(numbers =>
		fc
			.record(
				{
					piiPatterns: fc.array(
						fc.record({
							pattern: fc.constantFrom(
								'^x$',
								String.raw`\bref\d{1,3}`,
								'[a-z"\']+: #',
								'straße',
								'- a',
								'*x'.slice(1),
							),
							kind: fc.option(text),
						}),
						{minLength: 1, maxLength: 3},
					),
					exemptions: fc.uniqueArray(
						fc.record({
							rule: fc.constantFrom('pii-classified', 'service-account-expiry'),
							resource: fc.nat().map(id => ({type: 'service_account' as const, id: String(id)})),
							reason: text,
							owner: text,
							expires: fc.constantFrom('2026-11-24', '2020-01-01', '2027-11-24'),
							by: text,
						}),
						{minLength: 1, maxLength: 3, selector: ({rule, resource}) => `${rule} ${resource.id}`},
					),
					claimedDomains: fc.array(fc.constantFrom('acme.example', 'b-c.example'), {
						minLength: 1,
						maxLength: 2,
					}),
				},
				{requiredKeys: []},
			)
			.map(lists => ({...numbers, ...lists})),
	);

test('what is printed is what is taken, whole and the same, as YAML and as JSON', () => {
	fc.assert(
		fc.property(anyPolicy, fc.constantFrom('yaml' as const, 'json' as const), (policy, format) => {
			const printed = renderPolicy(policy, format);
			assert.deepEqual(decode(printed), structuredClone(policy));
			assert.ok(follows(parse(printed)), JSON.stringify(follows.errors));
			assert.equal(policySha256(decode(printed)), policySha256(policy));
		}),
		{numRuns: 150},
	);
});

test('every key is printed, with the default beside a number that is another', () => {
	const printed = renderPolicy({...defaultPolicy, maxOwners: 4}, 'yaml');
	for (const key of policyKeys) {
		assert.match(printed, new RegExp(`^${key}: `, 'mu'));
	}

	assert.match(printed, /\(default 3\)\nmaxOwners: 4\n/);
	assert.deepEqual(Object.keys(JSON.parse(renderPolicy(defaultPolicy, 'json'))), policyKeys);
	assert.deepEqual(Object.keys(schema.properties), policyKeys);
	assert.deepEqual(
		schema.$defs.rule.enum,
		rules.map(({id}) => id),
	);
});

test('the hash tells policies apart, and not the order in which they were written', () => {
	const one = policySha256(decode('maxOwners: 4\nunusedDays: 60'));
	assert.equal(one, policySha256(decode('{"unusedDays": 60, "maxOwners": 4, "claimedDomains": []}')));
	assert.notEqual(one, policySha256(decode('maxOwners: 4')));
	assert.equal(policySha256(defaultPolicy), policySha256(decode('{}')));
});
