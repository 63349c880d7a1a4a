import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {CheckDocument} from '../../../source/report/check/check-document.ts';
import {csvText} from '../../../source/report/check/csv-text.ts';
import {renderCheck} from '../../../source/report/check/render-check.ts';
import {element} from '../../../source/report/check/xml-text.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {decided, waiver} from '../../support/decision-builders.ts';
import {account, attestation, failed, hardenedFacts, ownAccount, read} from '../../support/facts-builders.ts';
import {readCsv} from '../../support/read-csv.ts';
import {all, type MarkupElement, readMarkup} from '../../support/read-markup.ts';
import {factsNaming} from '../session/make-report.ts';
import {hostileText, readInline} from '../session/read-inline.ts';
import {live, makeDocument, simulated} from './make-document.ts';

const options = {unicode: true, color: false};
const render = (document: CheckDocument, format: string) => renderCheck(document, format, options);

const attack = `=HYPERLINK("x")','"><script>alert(1)</script>&amp;]]>|\`[a](http://b)`;

/** A mixed organization: passes, fails, an attestation, a waiver, a refused read. */
const mixed = makeDocument(
	{
		...hardenedFacts(),
		serviceAccounts: read([
			ownAccount,
			account('9001', {username: makeSafe(attack), expires: null}),
			account('9002', {expires: null, created: '2020-01-01T00:00:00Z'}),
		]),
		teams: failed('denied', 'GET /organizations/7654321/teams'),
	},
	{
		profile: {level: 'L1'},
		attestations: [attestation('audit-log-exported', 'pass')],
		decisions: decided({waivers: [waiver('service-account-rotation', {reason: attack})]}),
	},
);

const rulesOf = (document: CheckDocument) => document.controls.flatMap(({rules}) => rules);

function caseOf(junit: MarkupElement, rule: string): MarkupElement {
	const found = all(junit, 'testcase').filter(({attributes}) => attributes.get('name') === rule);
	assert.equal(found.length, 1, rule);
	const [only] = found;
	assert.ok(only !== undefined);
	return only;
}

test('csv has a row for each finding and for each rule without one, keyed by its names', async () => {
	const [names = [], ...rows] = readCsv(await render(mixed, 'csv'));
	assert.equal(new Set(names).size, names.length);
	assert.equal(
		rows.length,
		rulesOf(mixed).reduce((sum, {findings}) => sum + Math.max(1, findings.length), 0),
	);
	const records = rows.map(row => {
		assert.equal(row.length, names.length);
		return Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']));
	});
	const expiring = records.filter(({rule}) => rule === 'service-account-expiry');
	assert.deepEqual(
		expiring.map(({resource_id: id, resource_name: name, status, basis, grade}) => [
			id,
			name,
			status,
			basis,
			grade,
		]),
		[
			['9001', `'${attack}`, 'fail', 'verified', 'documented'],
			['9002', '9002.mp-service-account', 'fail', 'verified', 'documented'],
		],
	);
	const rotation = records.find(({rule}) => rule === 'service-account-rotation');
	assert.deepEqual(
		[rotation?.['waiver'], rotation?.['waiver_reason'], rotation?.['waiver_owner']],
		['accepted_risk', `'${attack}`, 'Ben'],
	);
	const said = records.find(({rule}) => rule === 'audit-log-exported');
	assert.deepEqual(
		[said?.['status'], said?.['basis'], said?.['measured_status']],
		['pass', 'attested', 'manual'],
	);
	const teams = records.find(({rule}) => rule === 'teams-in-use');
	assert.deepEqual([teams?.['status'], teams?.['reason_code']], ['unknown', 'denied']);
	assert.match(teams?.['evidence'] ?? '', /^api, GET \/organizations\/7654321\/teams, provider, 2026-/);
});

test('no cell begins as a formula, and every text comes back out of csv', () => {
	fc.assert(
		fc.property(fc.array(fc.array(fc.string({unit: 'binary'}), {minLength: 2, maxLength: 4})), rows => {
			const back = readCsv(csvText(rows));
			assert.deepEqual(
				back.map(row => row.map(cell => cell.replace(/^'/, ''))),
				rows.map(row => row.map(cell => cell.replace(/^'/, ''))),
			);
		}),
	);
	for (const start of ['=', '+', '-', '@', '\t', '\r']) {
		assert.equal(csvText([[`${start}1`]]), `"'${start}1"\r\n`);
	}
});

test('junit: a suite a control, a case a rule, and red only what a required rule of the level lacks', async () => {
	const junit = readMarkup(await render(mixed, 'junit'));
	const suites = all(junit, 'testsuite');
	assert.equal(junit.name, 'testsuites');
	assert.equal(junit.attributes.size, 0);
	assert.equal(suites.length, 9);
	for (const suite of suites) {
		const count = (kind: string) => String(all(suite, kind).length);
		const {attributes, children} = suite;
		assert.deepEqual(
			['tests', 'failures', 'errors', 'skipped'].map(name => attributes.get(name)),
			['testcase', 'failure', 'error', 'skipped'].map(count),
		);
		assert.match(attributes.get('timestamp') ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
		assert.equal(attributes.get('hostname'), 'mixpanel.com');
		assert.match(
			children.map(({name}) => name).join(' '),
			/^properties (?:testcase )+system-out system-err$/,
		);
	}

	assert.equal(all(junit, 'testcase').length, rulesOf(mixed).length);
	const outcome = (rule: string) => caseOf(junit, rule).children[0]?.name ?? 'passed';
	assert.equal(outcome('owner-count'), 'passed');
	assert.equal(outcome('service-account-expiry'), 'failure');
	assert.match(
		caseOf(junit, 'service-account-expiry').text,
		/basis: verified\ngrade of the read: documented/,
	);
	assert.ok(caseOf(junit, 'service-account-expiry').text.includes(attack));
	assert.equal(outcome('teams-in-use'), 'error');
	assert.equal(caseOf(junit, 'teams-in-use').children[0]?.attributes.get('type'), 'denied');
	assert.equal(outcome('sso-enabled'), 'skipped');
	const waived = caseOf(junit, 'service-account-rotation').children[0];
	assert.equal(waived?.name, 'skipped');
	assert.ok(
		waived?.attributes.get('message')?.startsWith('Waived until 2026-12-24 (accepted risk) by Ben: '),
	);
	assert.ok(waived?.attributes.get('message')?.includes(attack));
	// Level 2 is not judged here, and advice never makes a pipeline red.
	assert.match(
		caseOf(junit, 'pii-classified').children[0]?.attributes.get('message') ?? '',
		/^Not in level L1/,
	);
	for (const {id, required} of rulesOf(mixed)) {
		assert.ok(required || outcome(id) !== 'failure', id);
	}
});

test('junit holds any text, in elements as in attributes', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			const back = readMarkup(element('a', {b: text}, text).join('\n'));
			const clean = text.replaceAll(
				/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
				each => `<U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
			);
			assert.equal(back.attributes.get('b'), clean);
			assert.equal(back.text, clean);
		}),
	);
});

const allowedTags =
	/^(?:html|head|meta|title|style|body|header|main|section|footer|div|h[1-4]|p|ul|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|span|bdi|code)$/;
const allowedAttributes = /^(?:lang|charset|http-equiv|content|name|class|aria-hidden|scope)$/;

function everyElement(element: MarkupElement): readonly MarkupElement[] {
	return [element, ...element.children.flatMap(everyElement)];
}

test('an id that somebody typed puts no control and no invisible character into any format for the eye', async () => {
	for (const id of ['\u0000', 'a\uFFFEb', '\u001B[2J', 'x\u202Ey', 'z\u009B2Jz', '\u200B']) {
		const document = makeDocument(factsNaming(id), {target: simulated, profile: {level: 'L2'}});
		for (const format of ['text', 'html', 'csv', 'markdown', 'junit']) {
			assert.doesNotMatch(
				await render(document, format),
				/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/u,
				`${format} with ${JSON.stringify(id)}`,
			);
		}

		assert.ok(
			(await render(document, 'json')).includes(JSON.stringify(id).slice(1, -1)),
			'untouched in JSON',
		);
	}
});

test('html is one page of plain elements, whatever the names are', async () => {
	await fc.assert(
		fc.asyncProperty(hostileText, async name => {
			const document = makeDocument(factsNaming(name), {
				target: {...simulated, name: makeSafe(name)},
				profile: {level: 'L2'},
				decisions: decided({waivers: [waiver('owner-count', {reason: name, owner: name})]}),
			});
			const page = readMarkup(await render(document, 'html'), ['meta']);
			for (const each of everyElement(page)) {
				assert.match(each.name, allowedTags);
				for (const attribute of each.attributes.keys()) {
					assert.match(attribute, allowedAttributes);
				}
			}

			assert.equal(all(page, 'h1')[0]?.children[0]?.text, makeSafe(name));
			for (const heading of [...all(page, 'h1'), ...all(page, 'h3')]) {
				assert.match(heading.text, /TRAINING/);
			}
		}),
		{numRuns: 30},
	);
});

test('html says every verdict in words, and a basis never looks like a grade', async () => {
	const page = readMarkup(await render(mixed, 'html'), ['meta']);
	const text = all(page, 'body')[0]?.text ?? '';
	const part = (rule: string) =>
		all(page, 'div').find(each => all(each, 'h4')[0]?.text === rule) ?? assert.fail(`no ${rule}`);
	assert.match(part('service-account-expiry').text, /✖ FAIL basis: verified grade: documented · required/);
	assert.match(part('audit-log-exported').text, /✔ pass basis: said/);
	assert.match(part('audit-log-exported').text, /Measured beside that wordby hand \(no_api\)/);
	assert.match(part('teams-in-use').text, /\? unknown \(denied\)/);
	assert.match(part('service-account-rotation').text, /Waived until 2026-12-24 · accepted risk · Ben/);
	const looks = (name: string) =>
		new Set(
			all(page, 'span').flatMap(({text, attributes}) => (text === name ? [attributes.get('class')] : [])),
		);
	assert.deepEqual(looks('basis: verified'), new Set(['basis verified']));
	assert.deepEqual(looks('basis: said'), new Set(['basis attested']));
	assert.deepEqual(looks('grade: documented'), new Set(['grade']));
	assert.match(text, /Users seen12 of 12/);
	assert.match(text, /Policy overridesnone, the defaults hold/);
	assert.match(text, /\(local, unsigned\)/);
	assert.match(text, /GET \/organizations\/7654321\/teams/);
	// One h1, and no level of heading left out.
	const levels = everyElement(page).flatMap(({name}) => /^h(\d)$/.exec(name)?.[1] ?? []);
	assert.equal(levels.filter(level => level === '1').length, 1);
	levels.forEach((level, index) => {
		assert.ok(Number(level) - Number(levels[index - 1] ?? 0) <= 1, levels.join(' '));
	});
	for (const head of all(page, 'th')) {
		assert.match(head.attributes.get('scope') ?? '', /^(?:col|row)$/);
	}
});

test('markdown keeps every name on its line', async () => {
	await fc.assert(
		fc.asyncProperty(hostileText, async name => {
			const lines = async (text: string) => {
				const target = {...live, name: makeSafe(text)};
				const document = makeDocument(factsNaming(text), {target, profile: {level: 'L2'}});
				return (await render(document, 'markdown')).split('\n');
			};
			const [plain, hostile] = [await lines('name'), await lines(name)];
			const isHeading = (line: string) => /^#{1,6} /u.test(line);
			assert.equal(hostile.filter(isHeading).length, plain.filter(isHeading).length);
			for (const line of hostile) {
				assert.doesNotMatch(readInline(line).markup, /[<>]|\]\(/u);
			}
		}),
		{numRuns: 30},
	);
	const text = await render(mixed, 'markdown');
	assert.match(text, /Verdict: \*\*FAIL · verified\*\* · required/);
	assert.match(text, /Verdict: \*\*pass · said\*\*/);
	assert.match(text, /- Users seen: 12 of 12/);
	assert.match(text, /Journal of the session: no session/);
});

test('the state of the journal stands in every format that has words taken from it', async () => {
	const document = {...mixed, journal: {headHash: 'ab'.repeat(32), proof: 'local, unsigned'}} as const;
	for (const format of ['text', 'csv', 'markdown', 'html', 'junit']) {
		assert.match(await render(document, format), /(?:ab){32}[\s\S]{0,40}\(local,\sunsigned\)/, format);
	}
});
