import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type FactsFault,
	type KeptFacts,
	readKeptFacts,
	writeKeptFacts,
} from '../../source/session/facts-file.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {keepOut} from '../../source/terminal/redact.ts';
import {Secret} from '../../source/types/secret.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {account, hardenedFacts, now, read} from '../support/facts-builders.ts';

const tool = {name: 'mixpanel-harden', version: '0.1.0'};

const kept: KeptFacts = {
	baseUrl: 'https://mixpanel.com',
	organizationId: '7654321',
	organizationName: makeSafe('Acme'),
	readAt: now,
	unauthorized: false,
	facts: hardenedFacts(),
};

test('facts come back as they were, whatever they are', () => {
	fc.assert(
		fc.property(anyFacts, facts => {
			const whole = {...kept, facts: {...hardenedFacts(), ...facts}};
			assert.deepEqual(readKeptFacts(writeKeptFacts(whole, tool)), whole);
		}),
		{numRuns: 60},
	);
});

test('nothing but what the types name is written, and no secret the program knows', () => {
	const secret = new Secret('canary-secret-of-facts');
	keepOut(secret);
	const named = account('etl', {username: makeSafe(`etl canary-secret-of-facts`)});
	const facts = {...kept.facts, serviceAccounts: read([Object.assign(named, {token: 'stowaway'})])};
	const text = writeKeptFacts({...kept, facts}, tool);
	assert.ok(!text.includes('canary-secret-of-facts'));
	assert.ok(!text.includes('stowaway'));
	assert.match(text, /"username":"etl \[redacted\]"/);
});

function faultOf(text: string): string {
	try {
		readKeptFacts(text);
	} catch (error) {
		assert.ok(error instanceof Error && error.name === ('FactsFault' satisfies FactsFault['name']));
		return error.message;
	}

	return assert.fail('taken');
}

const good = writeKeptFacts(kept, tool);

for (const [what, broken, said] of [
	['a cut', good.slice(0, 200), /^in line 1, column 201, it is not JSON$/],
	['a stray line', `${good}\nx`, /^in line 3, column 1, it is not JSON$/],
	['nothing', '', /^in line 1, column 1, it is not JSON$/],
	['a list', '[]', /^at kind, |^an object/],
	['null', 'null', /^an object is expected$/],
	['another kind of file', '{"kind":"invoice"}', /^at kind, the file is none/],
	[
		'a newer version',
		good.replace('"schemaVersion":"1"', '"schemaVersion":"2"'),
		/^at schemaVersion, only version 1 .* newer/,
	],
	['an id with letters', good.replace('"7654321"', '"../x"'), /^at organizationId, /],
	['a time that is none', good.replace(/"readAt":"[^"]+"/, '"readAt":"yesterday"'), /^at readAt, a moment/],
	[
		'a user without a role',
		good.replace('"role":"owner"', '"role":"emperor"'),
		/^at facts\.users\.value\.users\[0\]\.role, a known word/,
	],
	[
		'an account whose mark is a text',
		good.replace('"isOwn":true', '"isOwn":"yes"'),
		/^at facts\.serviceAccounts\.value\[\d+\]\.isOwn, true or false/,
	],
	['a fact that is missing', good.replace('"teams":', '"xteams":'), /^at facts\.teams, the fact is missing$/],
	['a fact of tomorrow', good.replace('"facts":{', '"facts":{"moons":{},'), /^at facts\.moons, no such fact/],
] as const) {
	test(`${what} is refused with its place`, () => {
		assert.notEqual(broken, good);
		assert.match(faultOf(broken), said);
	});
}
