import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:https';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {getCACertificates, setDefaultCACertificates} from 'node:tls';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {createClient} from '../../source/mixpanel/client.ts';
import {Secret} from '../../source/types/secret.ts';
import {canary, serviceAccount} from './loopback-server.ts';

const folder = path.join(import.meta.dirname, 'fixtures', 'tls');

/** GET from a server with this certificate, and how many requests it was given. */
async function get(t: TestContext, certificate: string) {
	let requests = 0;
	const key = await readFile(path.join(folder, 'server.key.pem'));
	const cert = await readFile(path.join(folder, certificate));
	const server = createServer({key, cert}, (_request, response) => {
		requests += 1;
		response.end('{"whole":true}');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	assert.ok(address !== null && typeof address === 'object');
	const client = createClient({
		baseUrl: parseBaseUrl(`https://127.0.0.1:${address.port}`),
		serviceAccount,
		secret: new Secret(canary),
		signal: new AbortController().signal,
	});
	return {answer: await client.get('/x'), requests, tries: client.requestCount()};
}

/** What NODE_EXTRA_CA_CERTS does at the start of a process, for the length of a test. */
async function trusting(t: TestContext): Promise<void> {
	const before = getCACertificates('default');
	setDefaultCACertificates([...before, await readFile(path.join(folder, 'ca.pem'), 'utf8')]);
	t.after(() => setDefaultCACertificates(before));
}

test('a server with the certificate of a company that is trusted is read', async t => {
	await trusting(t);
	const {answer, requests} = await get(t, 'good.pem');
	assert.deepEqual(answer, {kind: 'ok', value: {whole: true}});
	assert.equal(requests, 1);
});

for (const [what, certificate, isTrusted, code] of [
	['that nobody vouches for', 'good.pem', false, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
	['that it signed itself', 'self-signed.pem', true, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
	['that has expired', 'expired.pem', true, 'CERT_HAS_EXPIRED'],
	['of another name', 'wrong-name.pem', true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const) {
	test(`a server with a certificate ${what} gets no request, and is told as that, after one try`, async t => {
		if (isTrusted) {
			await trusting(t);
		}

		const {answer, requests, tries} = await get(t, certificate);
		assert.ok(answer.kind === 'failed');
		assert.equal(answer.failure, 'network');
		assert.match(
			answer.error.message,
			new RegExp(`certificate was refused \\(${code}\\).*NODE_EXTRA_CA_CERTS`),
		);
		assert.deepEqual([requests, tries], [0, 1]);
	});
}
