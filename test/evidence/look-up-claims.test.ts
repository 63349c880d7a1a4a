import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {lookUpClaims} from '../../source/evidence/look-up-claims.ts';
import {startDnsServer} from '../../source/training/dns-server.ts';
import {serveAnswers} from './dns.ts';

const now = (): Date => new Date('2026-11-24T10:00:00Z');
const signal = new AbortController().signal;

async function ask(server: string | null, ...domains: string[]) {
	const read = await lookUpClaims(domains, {
		server,
		isSimulated: true,
		signal,
		now,
		limits: {attempt: 200, domain: 1000},
	});
	assert.ok(read?.outcome === 'ok', JSON.stringify(read));
	return read;
}

async function zone(t: TestContext, records: Record<string, readonly string[] | null>): Promise<string> {
	const server = await startDnsServer(new Map(Object.entries(records)));
	t.after(() => server.close());
	return server.address;
}

test('each domain gets its own answer: proved, without the record, without records, unknown to DNS, failing', async t => {
	const server = await zone(t, {
		'acme.example': ['v=spf1 -all', 'mixpanel-domain-verify=abc123'],
		'bare.example': ['v=spf1 -all'],
		'none.example': [],
		'broken.example': null,
	});
	const names = ['acme.example', 'bare.example', 'none.example', 'gone.example', 'broken.example'];
	const {value, evidence} = await ask(server, ...names);
	assert.deepEqual(
		value.map(({domain, answer}) => [domain, answer]),
		[
			['acme.example', {kind: 'records', proofs: 1, others: 1, lookalike: null}],
			['bare.example', {kind: 'records', proofs: 0, others: 1, lookalike: null}],
			['none.example', {kind: 'no_records'}],
			['gone.example', {kind: 'no_domain'}],
			[
				'broken.example',
				{kind: 'failed', failure: 'network', reason: 'The name server failed to answer (SERVFAIL).'},
			],
		],
	);
	assert.deepEqual(
		evidence.map(({outcome}) => outcome),
		['ok', 'ok', 'ok', 'ok', 'network'],
	);
	assert.equal(evidence[0]?.detail, `TXT acme.example at ${server}`);
});

test('a record in several strings is joined, and spelling decides what is a proof', async t => {
	const long = `mixpanel-domain-verify=${'a'.repeat(400)}`;
	const server = await zone(t, {
		'long.example': [long],
		'empty.example': ['mixpanel-domain-verify='],
		'spaced.example': ['mixpanel-domain-verify = abc'],
		'quoted.example': ['"mixpanel-domain-verify=abc"'],
		'hostile.example': ['mixpanel \u001b[2J\u202e evil'],
	});
	const {value} = await ask(
		server,
		'long.example',
		'empty.example',
		'spaced.example',
		'quoted.example',
		'hostile.example',
	);
	const [joined, ...wrong] = value.map(({answer}) => answer);
	assert.deepEqual(joined, {kind: 'records', proofs: 1, others: 0, lookalike: null});
	const shown = wrong.map(answer =>
		answer.kind === 'records' && answer.proofs === 0 ? answer.lookalike : null,
	);
	assert.deepEqual(shown, [
		'mixpanel-domain-verify=',
		'mixpanel-domain-verify = abc',
		'"mixpanel-domain-verify=abc"',
		'mixpanel \\x1b[2J<U+202E> evil',
	]);
});

test('letters beyond ASCII are asked for as Punycode, and what is no domain is never asked for', async t => {
	const {address, asked} = await serveAnswers(t, name => [
		{type: 'TXT', name, ttl: 60, data: ['mixpanel-domain-', 'verify=abc']},
	]);
	const {value} = await ask(
		address,
		'München.example.',
		'not a domain',
		'localhost',
		'127.0.0.1',
		'a/../b.example',
	);
	assert.deepEqual(asked, ['xn--mnchen-3ya.example']);
	assert.deepEqual(
		value.map(({domain, answer}) => [domain, answer.kind]),
		[
			['xn--mnchen-3ya.example', 'records'],
			['', 'failed'],
			['', 'failed'],
			['', 'failed'],
			['', 'failed'],
		],
	);
});

test('a TXT record behind a CNAME counts', async t => {
	const {address} = await serveAnswers(t, name => [
		{type: 'CNAME', name, ttl: 60, data: 'real.example'},
		{type: 'TXT', name: 'real.example', ttl: 60, data: 'mixpanel-domain-verify=abc'},
	]);
	const {value} = await ask(address, 'alias.example');
	assert.equal(value[0]?.answer.kind === 'records' && value[0].answer.proofs, 1);
});

test('a server that keeps silent, refuses or is not there leaves the domain open, with the reason', async t => {
	const silent = await serveAnswers(t, () => null);
	const refusing = await serveAnswers(t, () => 5);
	const answers = await Promise.all([ask(silent.address, 'a.example'), ask(refusing.address, 'a.example')]);
	assert.deepEqual(
		answers.map(({value}) => value[0]?.answer),
		[
			{kind: 'failed', failure: 'timeout', reason: 'No name server answered in time.'},
			{kind: 'failed', failure: 'denied', reason: 'The name server refused to answer (REFUSED).'},
		],
	);
});

test('a simulated organization without its own server is never looked up, and no domain is no reading', async () => {
	const options = {server: null, isSimulated: true, signal, now};
	const read = await lookUpClaims(['acme.example'], options);
	assert.equal(read?.outcome, 'network');
	assert.equal(read?.evidence[0]?.outcome, 'skipped');
	assert.equal(await lookUpClaims([], options), null);
});

test('a lookup under way ends when it is cancelled', async t => {
	const {address, asked} = await serveAnswers(t, () => null);
	const cancel = new AbortController();
	const read = lookUpClaims(['a.example'], {server: address, isSimulated: true, signal: cancel.signal, now});
	while (asked.length === 0) {
		await new Promise(resolve => setImmediate(resolve));
	}

	cancel.abort();
	await assert.rejects(read, {name: 'AbortError'});
});
