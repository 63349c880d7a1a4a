import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseDnsServer} from '../../source/evidence/parse-dns-server.ts';

test('an address is taken with and without a port', () => {
	const taken = {
		'1.1.1.1': '1.1.1.1:53',
		'127.0.0.1:5353': '127.0.0.1:5353',
		'[::1]:5353': '[::1]:5353',
		'[::1]': '[::1]:53',
		'2606:4700::1111': '[2606:4700::1111]:53',
	};
	for (const [given, server] of Object.entries(taken)) {
		assert.equal(parseDnsServer(given), server);
	}
});

test('names, ports out of range and anything else are refused with exit 2', () => {
	for (const given of [
		'',
		'dns.example',
		'1.1.1',
		'1.1.1.1:0',
		'1.1.1.1:65536',
		'[1.1.1.1]:53',
		'::1:x',
		'1.1.1.1 ',
	]) {
		assert.throws(() => parseDnsServer(given), {name: 'UserError', exitCode: 2}, given);
	}
});
