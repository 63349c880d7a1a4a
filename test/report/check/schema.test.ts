import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {controls} from '../../../source/controls/index.ts';
import {anyDecisions, decided, exemption, waiver} from '../../support/decision-builders.ts';
import {anyAttestations, anyFacts, anyProfile} from '../../support/facts-arbitraries.ts';
import {account, failed, hardenedFacts, ownAccount, read} from '../../support/facts-builders.ts';
import {live, makeDocument, simulated} from './make-document.ts';

const file = new URL('../../../source/report/check/check.schema.json', import.meta.url);
const schema: object = JSON.parse(readFileSync(file, 'utf8'));
const validate = new Ajv2020({
	strict: true,
	strictRequired: false,
	strictTypes: false,
	allErrors: true,
}).compile(schema);
const ids = controls.flatMap(({rules}) => rules.map(({id}) => id));

function check(document: unknown): void {
	assert.ok(validate(JSON.parse(JSON.stringify(document))), JSON.stringify(validate.errors?.slice(0, 3)));
}

test('documents of every kind of run follow the schema', () => {
	check(makeDocument({}));
	check(makeDocument(hardenedFacts(), {profile: {level: 'L3'}}));
	check(makeDocument(hardenedFacts(), {target: simulated}));
	check(makeDocument({users: failed('denied'), teams: failed('not_found')}, {only: ['2.1']}));
	check(makeDocument(hardenedFacts(), {only: []}));
	check(makeDocument({}, {target: {...live, organizationId: 'unknown'}}));
});

test('documents of any organization, profile, words and decisions follow it', () => {
	fc.assert(
		fc.property(
			anyFacts,
			anyProfile,
			anyAttestations(ids),
			anyDecisions,
			(facts, profile, attestations, decisions) => {
				check(makeDocument(facts, {profile, attestations, decisions}));
			},
		),
		{numRuns: 60},
	);
});

const facts = {...hardenedFacts(), serviceAccounts: read([ownAccount, account('etl', {expires: null})])};
const decisions = decided({
	waivers: [waiver('sso-required')],
	exemptions: [exemption('service-account-expiry', {type: 'service_account', id: 'etl'})],
});
const good = JSON.stringify(makeDocument(facts, {decisions}));

/** The good document with one thing wrong: text as it stands there, and what it becomes. */
const mistakes: readonly (readonly [string, string])[] = [
	['"schemaVersion":"1"', '"schemaVersion":1'],
	['"schemaVersion":"1",', ''],
	['"region":"us"', '"region":"simulated"'],
	['"region":"us"', '"region":"moon"'],
	['"organizationId":"7654321"', '"organizationId":7654321'],
	['"finishedAt":"2026-11-24T10:00:00Z"', '"finishedAt":"2026-11-24 10:00"'],
	['"profile":"L1"', '"profile":"L4"'],
	['"total":6', '"total":-1'],
	['"id":"1.1"', '"id":"1.9"'],
	['"status":"manual","basis":null', '"status":"manual","basis":"verified"'],
	['"status":"pass","basis":"verified"', '"status":"pass","basis":null'],
	[
		'"status":"pass","basis":"verified","reasonCode":null',
		'"status":"pass","basis":"verified","reasonCode":"denied"',
	],
	['"reasonCode":"no_api"', '"reasonCode":"denied"'],
	['"status":"manual"', '"status":"perhaps"'],
	['"steps":["3.1.C4"', '"steps":["3.1.S4"'],
	['"kind":"clicks"', '"kind":"magic"'],
	['"type":"service_account"', '"type":"robot"'],
	['"effort":"hours"', '"effort":"ages"'],
	['"outcome":"ok"', '"outcome":"fine"'],
	['"grade":"provider"', '"grade":"guess"'],
	['"measured":null,', ''],
	['"kind":"accepted_risk"', '"kind":"forgotten"'],
	['"owner":"Ben"', '"owner":""'],
	['"expires":"2026-12-24"', '"expires":"next year"'],
	['"exempted":true', '"exempted":false'],
	['"exemptions":[{"rule":"service-account-expiry",', '"exemptions":[{'],
];

for (const [right, wrong] of mistakes) {
	test(`the schema refuses ${wrong === '' ? `a document without ${right}` : wrong}`, () => {
		assert.ok(good.includes(right), `the good document has no ${right}`);
		assert.ok(validate(JSON.parse(good)));
		assert.equal(validate(JSON.parse(good.replace(right, wrong))), false);
	});
}
