import assert from 'node:assert/strict';
import test from 'node:test';
import {inspect} from 'node:util';
import {baseUrlOfRegion, parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {UserError} from '../../source/types/user-error.ts';

const live = {
	'https://mixpanel.com': {kind: 'live', region: 'us', origin: 'https://mixpanel.com'},
	'https://mixpanel.com/': {kind: 'live', region: 'us', origin: 'https://mixpanel.com'},
	'https://mixpanel.com:443': {kind: 'live', region: 'us', origin: 'https://mixpanel.com'},
	'HTTPS://Mixpanel.COM': {kind: 'live', region: 'us', origin: 'https://mixpanel.com'},
	'https://eu.mixpanel.com': {kind: 'live', region: 'eu', origin: 'https://eu.mixpanel.com'},
	'https://in.mixpanel.com/': {kind: 'live', region: 'in', origin: 'https://in.mixpanel.com'},
	'http://127.0.0.1:4000': {kind: 'simulated', origin: 'http://127.0.0.1:4000'},
	'http://127.0.0.1:4000/': {kind: 'simulated', origin: 'http://127.0.0.1:4000'},
	'https://127.0.0.1:4000': {kind: 'simulated', origin: 'https://127.0.0.1:4000'},
	'http://[::1]:4000': {kind: 'simulated', origin: 'http://[::1]:4000'},
	'http://127.0.0.1': {kind: 'simulated', origin: 'http://127.0.0.1'},
} as const;

const refused = [
	'',
	'mixpanel.com',
	'http://mixpanel.com',
	'https://mixpanel.com.',
	'https://mixpanel.com:8443',
	'https://mixpanel.com:80',
	'https://api.mixpanel.com',
	'https://data.mixpanel.com',
	'https://platform-eu.mixpanel.com',
	'https://mixpanel.com.evil.example',
	'https://evilmixpanel.com',
	'https://mixpanel.com@evil.example',
	'https://evil.example#mixpanel.com',
	'https://evil.example/https://mixpanel.com',
	'https://user:password@mixpanel.com',
	'https://user@mixpanel.com',
	'https://mixpanel.com/api/app',
	'https://mixpanel.com//',
	'https://mixpanel.com/?a=b',
	'https://mixpanel.com?',
	'https://mixpanel.com/#top',
	'https://mixpanel.com\\@evil.example',
	'https:\\\\mixpanel.com',
	'https:mixpanel.com',
	' https://mixpanel.com',
	'https://mixpanel.com\n',
	'https://mix\tpanel.com',
	'https://ｍixpanel.com',
	'https://mixpanel。com',
	'https://mixpаnel.com',
	'https://xn--mixpnel-2fg.com',
	'https://mixpanel%2ecom',
	'ftp://mixpanel.com',
	'file:///etc/passwd',
	'javascript:alert(1)',
	'http://localhost:4000',
	'http://127.0.0.1.evil.example:4000',
	'http://127.1:4000',
	'http://2130706433:4000',
	'http://0x7f.0.0.1:4000',
	'http://127.0.0.2:4000',
	'http://0.0.0.0:4000',
	'http://[::]:4000',
	'http://[::ffff:127.0.0.1]:4000',
	'http://127.0.0.1:0',
	'http://127.0.0.1:99999',
	'http://127.0.0.1:4000/api',
	'http://user:password@127.0.0.1:4000',
	'http://10.0.0.1:4000',
	'http://[fe80::1]:4000',
];

for (const [text, expected] of Object.entries(live)) {
	test(`allows ${text}`, () => {
		assert.deepEqual(parseBaseUrl(text), expected);
	});
}

for (const text of refused) {
	test(`refuses ${inspect(text)}`, () => {
		assert.throws(
			() => parseBaseUrl(text),
			error =>
				error instanceof UserError && error.exitCode === 2 && error.next.includes('https://eu.mixpanel.com'),
		);
	});
}

test('never repeats what was typed, which may hold a password', () => {
	assert.throws(
		() => parseBaseUrl('https://me:hunter2hunter2@mixpanel.com'),
		error => !inspect(error, {depth: null}).includes('hunter2'),
	);
});

test('gives each region its host', () => {
	assert.deepEqual(baseUrlOfRegion('in'), {kind: 'live', region: 'in', origin: 'https://in.mixpanel.com'});
});
