import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {renderCheckText} from '../../../source/report/check/render-text.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {decided, exemption, waiver} from '../../support/decision-builders.ts';
import {anyFacts, anyProfile} from '../../support/facts-arbitraries.ts';
import {account, attestation, failed, hardenedFacts, ownAccount, read} from '../../support/facts-builders.ts';
import {live, makeDocument, simulated} from './make-document.ts';

const plain = {unicode: true, color: false};
const flawed = {
	...hardenedFacts(),
	serviceAccounts: read([ownAccount, account('9001', {expires: null})]),
	teams: failed('denied', 'GET /api/app/organizations/7654321/teams'),
};

test('a control shows mark, word, basis and reason; its rules what was seen, with names and ids', () => {
	const text = renderCheckText(makeDocument(flawed, {only: ['3.1']}), plain);
	assert.match(text, /^✖ fail {4}3\.1 Configure Service Account Security · verified\n {10}1 never expires$/m);
	assert.match(text, /^ {2}✖ fail {4}service-account-expiry · verified · documented$/m);
	assert.match(text, /^ {12}- 9001\.mp-service-account \(9001\): never expires$/m);
	assert.match(text, /^ {2}✔ pass {4}wizard-key · verified · documented · advice$/m);
	assert.match(text, /^ {2}○ by hand service-account-register$/m);
});

test('the heading names the organization, its id, region and level', () => {
	const [first, second, third] = renderCheckText(makeDocument(flawed), plain).split('\n');
	assert.equal(first, 'Mixpanel hardening check');
	assert.equal(second, 'Acme · organization 7654321 · US');
	assert.match(third ?? '', /^Level L1 · read 2026-11-24T10:00:00Z · seen: 2 projects, 12 users, 2/);
});

test('a key that sees no project is told what its verdicts are worth', () => {
	const denied = failed('denied', 'GET /api/app/organizations/7654321/users');
	const blind = {
		...hardenedFacts(),
		...{users: denied, teams: denied, twoFactor: denied, serviceAccounts: denied},
		...{projectServiceAccounts: denied, properties: denied, dataViews: denied, identity: denied},
	};
	const [, , ...lines] = renderCheckText(makeDocument(blind), plain).split('\n');
	const words = lines.slice(0, 6).join(' ').replaceAll(/\s+/g, ' ');
	assert.match(words, /seen: no project in full, users not read, service accounts not read/);
	assert.match(words, /Of the \d+ rules of level L1 that Mixpanel answers, \d got an answer from this key\./);
	assert.match(words, /What is unknown is neither good nor bad/);
	assert.doesNotMatch(words, /\b0 (?:projects|users)/);
	assert.doesNotMatch(renderCheckText(makeDocument(flawed), plain), /neither good nor bad/);
});

test('a training organization is marked in line one and at every heading', () => {
	const lines = renderCheckText(makeDocument(flawed, {target: simulated}), plain).split('\n');
	const headings = [
		'Mixpanel hardening check',
		'Authentication & SSO',
		'Access Controls',
		'Data Security',
		'Monitoring & Compliance',
		'Summary',
	];
	for (const heading of headings) {
		assert.ok(lines.includes(`${heading} · TRAINING`), heading);
	}

	assert.match(lines[0] ?? '', /TRAINING/);
	assert.doesNotMatch(renderCheckText(makeDocument(flawed), plain), /TRAINING/);
});

test('what a person said is told apart, with who and when', () => {
	const attestations = [attestation('service-account-register', 'pass')];
	const text = renderCheckText(makeDocument(flawed, {attestations}), plain);
	assert.match(text, /^ {2}✔ pass {4}service-account-register · attested$/m);
	assert.match(text, /Said by Ana on 2026-11-21/);
});

test('what is waived or exempted keeps its mark and says until when', () => {
	const waivers = [waiver('sso-required'), waiver({kind: 'control', control: '3.1'})];
	const exemptions = [exemption('service-account-expiry', {type: 'service_account', id: '9001'})];
	const text = renderCheckText(makeDocument(flawed, {decisions: decided({waivers, exemptions})}), plain);
	assert.match(
		text,
		/^✖ fail {4}3\.1 Configure Service Account Security · verified · waived until\s+2026-12-24$/m,
	);
	assert.match(
		text,
		/^ {2}✖ fail {4}service-account-expiry · verified · documented · waived until\s+2026-12-24$/m,
	);
	assert.match(text, /^ {12}- 9001\.mp-service-account \(9001\): never expires · exempted$/m);
	assert.match(text, /^ {2}○ by hand sso-required · waived until 2026-12-24$/m);
	assert.match(text, /\b1 of them waived\./);
	assert.doesNotMatch(renderCheckText(makeDocument(flawed), plain), /waived|exempted/);
});

test('failed reads and the summary close it', () => {
	const text = renderCheckText(makeDocument(flawed), plain);
	assert.match(
		text,
		/GET \/api\/app\/organizations\/7654321\/teams: denied\. The read failed: denied\.\n {4}affects teams-in-use/,
	);
	assert.match(
		text,
		/\n6 controls: 0 pass, 1 fail, 1 unknown, 4 by hand, 0 n\/a\.\nScore 0\.\d\d \(0\.\d\d verified, 0\.00 attested\)\. \d+ of 27 rules decided\.\n$/,
	);
});

test('what only lacks a plan is listed apart', () => {
	const text = renderCheckText(makeDocument(flawed, {profile: {level: 'L2', plan: 'free'}}), plain);
	assert.match(
		text,
		/\n\nNot on your plan\n {2}sso-enabled, domain-claim-published, [a-z-, \n]+ default-view-restricted\n\n/,
	);
	assert.doesNotMatch(renderCheckText(makeDocument(flawed), plain), /Not on your plan/);
});

test('controls outside the level take one line', () => {
	const text = renderCheckText(makeDocument(flawed), plain);
	assert.match(text, /^ {10}3\.2 Configure Data Governance · L2, not in level L1$/m);
	assert.doesNotMatch(text, /pii-classified/);
});

test('without Unicode the signs are ASCII, with the words beside them', () => {
	const text = renderCheckText(makeDocument(flawed, {target: simulated}), {unicode: false, color: false});
	assert.match(text, /^[\n\x20-\x7E]+$/);
	assert.match(text, /^x fail {4}3\.1 Configure/m);
	assert.match(text, /^ {2}\+ pass /m);
	assert.match(text, /^ {2}o by hand /m);
});

test('colour only adds plain SGR codes around the same text', () => {
	const document = makeDocument(flawed);
	const coloured = renderCheckText(document, {unicode: true, color: true});
	assert.match(coloured, /\u001B\[31m✖ fail\u001B\[0m/);
	assert.equal(coloured.replaceAll(/\u001B\[\d+m/g, ''), renderCheckText(document, plain));
});

test('many findings are cut short, and it says so', () => {
	const many = Array.from({length: 60}, (_, index) => account(`n${index}`, {expires: null}));
	const text = renderCheckText(makeDocument({serviceAccounts: read(many)}, {only: ['3.1']}), plain);
	assert.equal(text.match(/never expires$/gm)?.length, 50);
	assert.match(text, /and 10 more, all in --format json/);
});

test('for any organization the text keeps to 80 columns and has no control characters', () => {
	fc.assert(
		fc.property(anyFacts, anyProfile, (facts, profile) => {
			const text = renderCheckText(makeDocument(facts, {profile}), plain);
			assert.doesNotMatch(text, /[\0-\x09\x0B-\x1F\x7F-\x9F]/);
			assert.deepEqual(
				text.split('\n').filter(line => stringWidth(line) > 80),
				[],
			);
			assert.doesNotMatch(text, /undefined|null|NaN|\[object/);
		}),
		{numRuns: 40},
	);
});

test('a hostile name is shown as made safe, on its own line', () => {
	const name = makeSafe('\u001B[2Jevil\nSummary · TRAINING');
	const text = renderCheckText(
		makeDocument({serviceAccounts: read([account('1', {username: name, expires: null})])}, {only: ['3.1']}),
		plain,
	);
	assert.doesNotMatch(text, /\u001B/);
	assert.doesNotMatch(text, /^Summary · TRAINING/m);
});

test('long names are shortened in the middle and stay apart, on any screen, with or without Unicode', () => {
	const long = (tail: string) => `${'x'.repeat(120)}${tail}${'y'.repeat(79)}`;
	const wide = '部'.repeat(200);
	const usernames = [long('1'), long('2'), long('3'), wide];
	const facts = {
		...hardenedFacts(),
		serviceAccounts: read([
			ownAccount,
			...usernames.map((name, index) => account(`${index + 7}`, {username: makeSafe(name), expires: null})),
		]),
	};
	for (const width of [60, 80]) {
		for (const unicode of [true, false]) {
			const text = renderCheckText(makeDocument(facts, {target: {...live, name: makeSafe(wide)}}), {
				...plain,
				unicode,
				width,
			});
			assert.deepEqual(
				text.split('\n').filter(line => stringWidth(line) > width),
				[],
			);
			const section = text.slice(
				text.indexOf('service-account-expiry'),
				text.indexOf('service-account-unused'),
			);
			const shown = section.match(/(?<=- )[x部.…\dy]+/gu) ?? [];
			assert.equal(shown.length, 4);
			assert.equal(new Set(shown).size, 4);
			for (const name of shown) {
				assert.match(name, /^(?:xxx|部部).*(?:…|\.\.\.).*(?:yyy|部部)$/u);
			}
		}
	}
});

test('one of something is told in the singular', () => {
	const users = hardenedFacts().users;
	assert.ok(users?.outcome === 'ok');
	const text = renderCheckText(
		makeDocument({users: read({...users.value, users: users.value.users.slice(0, 1)})}, {only: ['3.1']}),
		plain,
	);
	assert.match(text, /seen: no project in full, 1 user, service\s+accounts not read/);
	assert.match(text, /^1 control: /m);
});

test('a read that failed is explained once, without its request twice', () => {
	const refused = failed('denied', 'GET /api/app/me');
	const reason = makeSafe('GET /api/app/me: Mixpanel does not accept this service account (HTTP 401).');
	const read = {...refused, reason};
	const text = renderCheckText(
		makeDocument({identity: read, users: read, teams: read, twoFactor: read, serviceAccounts: read}),
		plain,
	);
	assert.equal(text.match(/does not accept/g)?.length, 1);
	assert.match(text, /^ {2}GET \/api\/app\/me: denied\. Mixpanel does not accept/m);
	assert.match(
		text,
		/^ {2}\? unknown service-account-expiry [^\n]*\n {12}refused to this key; see “Reads that failed”$/m,
	);
	assert.doesNotMatch(text, /not permitted/);
});

test('a rule with all its marks keeps to the width', () => {
	const waivers = [waiver('service-account-classified-access'), waiver({kind: 'control', control: '1.2'})];
	const text = renderCheckText(makeDocument(flawed, {decisions: decided({waivers})}), {...plain, width: 60});
	assert.deepEqual(
		text.split('\n').filter(line => stringWidth(line) > 60),
		[],
	);
	assert.match(text, /waived\s+until 2026-12-24/);
});
