import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {Resolver} from 'node:dns/promises';
import {once} from 'node:events';
import {describe, it, type TestContext} from 'node:test';
import {decode, encode} from 'dns-packet';
import {simulatorFor} from './call.ts';

describe('the name server of a simulated organization', () => {
	it('shows the claim where there is one', async test => {
		const {resolver, simulator} = await setUp(test);
		const texts = (await resolver.resolveTxt(simulator.domains.claimed[0] ?? '')).map(chunks =>
			chunks.join(''),
		);
		assert.equal(texts.filter(text => /^mixpanel-domain-verify=[\da-f]{32}$/u.test(text)).length, 1);
	});

	it('takes capital letters in a name for small ones', async test => {
		const {simulator} = await setUp(test);
		const name = simulator.domains.claimed[0]?.toUpperCase() ?? '';
		const socket = createSocket('udp4');
		test.after(() => socket.close());
		const answered = once(socket, 'message');
		// The system's resolver would make the letters small itself.
		socket.send(
			encode({type: 'query', id: 77, questions: [{type: 'TXT', name}]}),
			Number(simulator.dnsServer?.split(':')[1]),
			'127.0.0.1',
		);
		const [message] = await answered;
		const {id, answers} = decode(message);
		assert.equal(id, 77);
		assert.deepEqual(
			answers?.map(answer => answer.name),
			[name, name],
		);
	});

	it('shows other records where there is no claim', async test => {
		const {resolver, simulator} = await setUp(test);
		const texts = await resolver.resolveTxt(simulator.domains.unclaimed[0] ?? '');
		assert.deepEqual(texts, [['v=spf1 -all']]);
	});

	it('fails for the domain planted to fail, and knows no other', async test => {
		const {resolver, simulator} = await setUp(test);
		await assert.rejects(resolver.resolveTxt(simulator.domains.failing[0] ?? ''), {code: 'ESERVFAIL'});
		await assert.rejects(resolver.resolveTxt('nobody.example'), {code: 'ENOTFOUND'});
		await assert.rejects(resolver.resolve4(simulator.domains.claimed[0] ?? ''), {code: 'ENODATA'});
	});

	it('outlives what is no question', async test => {
		const {resolver, simulator} = await setUp(test);
		const socket = createSocket('udp4');
		for (const rubbish of ['', 'x', '\u0000'.repeat(12), '\u00FF'.repeat(600)]) {
			socket.send(rubbish, Number(simulator.dnsServer?.split(':')[1]), '127.0.0.1');
		}

		socket.close();
		await once(socket, 'close');
		assert.equal((await resolver.resolveTxt(simulator.domains.claimed[0] ?? '')).length, 2);
	});
});

async function setUp(test: TestContext) {
	const simulator = await simulatorFor(test);
	const resolver = new Resolver({timeout: 1000, tries: 2});
	resolver.setServers([simulator.dnsServer ?? '']);
	return {simulator, resolver};
}
