import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {controls} from '../../../source/controls/index.ts';
import {renderReportJson} from '../../../source/report/session/render-json.ts';
import type {ReportDocument} from '../../../source/report/session/report-document.ts';
import {emptySession} from '../../../source/session/fold.ts';
import {anyAttestations, anyFacts, anyProfile} from '../../support/facts-arbitraries.ts';
import {daysAgo, failed, hardenedFacts} from '../../support/facts-builders.ts';
import {simulated} from '../check/make-document.ts';
import {factsNaming, makeReport, record, sessionSaying} from './make-report.ts';
import {hostileText} from './read-inline.ts';

const file = new URL('../../../source/report/session/report.schema.json', import.meta.url);
const schema: object = JSON.parse(readFileSync(file, 'utf8'));
const validate = new Ajv2020({
	strict: true,
	strictRequired: false,
	strictTypes: false,
	allErrors: true,
}).compile(schema);
const ids = controls.flatMap(({rules}) => rules.map(({id}) => id));

function check(document: ReportDocument): void {
	assert.ok(validate(JSON.parse(renderReportJson(document))), JSON.stringify(validate.errors?.slice(0, 3)));
}

test('reports of every kind of session follow the schema', () => {
	check(makeReport({}));
	check(makeReport(hardenedFacts()));
	check(makeReport(hardenedFacts(), {target: simulated}));
	check(makeReport({}, {target: {kind: 'byHand'}}));
	check(makeReport({users: failed('denied')}, {state: {profile: {...emptySession.profile, level: 'L3'}}}));
	check(makeReport(null, {state: {assessments: [{...record, at: daysAgo(1)}]}}));
	check(makeReport(factsNaming('a'), {state: sessionSaying('a')}));
});

test('reports of any organization, profile and words follow it', () => {
	fc.assert(
		fc.property(anyFacts, anyProfile, anyAttestations(ids), (facts, profile, attestations) => {
			check(makeReport(facts, {state: {profile, attestations}}));
		}),
		{numRuns: 25},
	);
});

test('whatever is written in it, the JSON means the same, and no byte of it moves a cursor', () => {
	fc.assert(
		fc.property(hostileText, text => {
			const document = makeReport(factsNaming(text), {state: sessionSaying(text)});
			const json = renderReportJson(document);
			assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(document)));
			assert.doesNotMatch(json.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\u2028\u2029]/u);
		}),
		{numRuns: 25},
	);
});

const good = JSON.stringify(makeReport(factsNaming('a'), {state: sessionSaying('a')}));

/** The good report with one thing wrong: text as it stands there, and what it becomes. */
const mistakes: readonly (readonly [string, string])[] = [
	['"schemaVersion":"1"', '"schemaVersion":1'],
	['"region":"us"', '"region":"simulated"'],
	['"organizationId":"7654321"', '"organizationId":7654321'],
	['"generatedAt":"2026-11-24T10:00:00.000Z"', '"generatedAt":"yesterday"'],
	['"from":"facts"', '"from":"hearsay"'],
	['"lapse":null', '"lapse":true'],
	['"undo":"open"', '"undo":"maybe"'],
	['"proof":"local, unsigned"', '"proof":"signed"'],
	['"headHash":"abab', '"headHash":"zz'],
	['"status":"manual","basis":null', '"status":"manual","basis":"verified"'],
	['"exempted":false', '"exempted":"no"'],
	['"passed":{', '"passed":{"verified":-1},"was":{'],
	['"inProfile":true', '"inProfile":"yes"'],
	['"notRead":', '"unread":'],
];

for (const [right, wrong] of mistakes) {
	test(`the schema refuses ${wrong}`, () => {
		assert.ok(good.includes(right), `the good report has no ${right}`);
		assert.ok(validate(JSON.parse(good)));
		assert.equal(validate(JSON.parse(good.replace(right, wrong))), false);
	});
}
