import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderCheck} from '../../../source/report/check/render-check.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {defaultPolicy, type Policy} from '../../../source/types/policy.ts';
import {hardenedFacts, read, users} from '../../support/facts-builders.ts';
import {makeDocument} from './make-document.ts';

const policy: Policy = {
	...defaultPolicy,
	maxOwners: 9,
	maxPrivileged: 50,
	piiPatterns: [{pattern: '^pl[a]n|<b>$', kind: null}],
	claimedDomains: ['acme.example'],
	exemptions: [
		{
			rule: 'service-account-role',
			resource: {type: 'service_account', id: 'etl'},
			reason: makeSafe('=1+1'),
			owner: makeSafe('Ben'),
			expires: '2026-12-24',
			by: makeSafe('policy file'),
		},
	],
};
const facts = {...hardenedFacts(), users: read({users: users(4, 0, 8)})};
const options = {color: false, unicode: true, width: 80};

/** Without what a format escapes by, and on one line. */
function flat(text: string): string {
	return text.replaceAll(/&lt;|&gt;|&quot;|&#39;|[\\<>]/gu, '').replaceAll(/\s+/gu, ' ');
}

for (const format of ['text', 'csv', 'markdown', 'html', 'junit', 'json']) {
	test(`${format} tells each override with default and value, and which verdict it turned`, async () => {
		const judged = flat(await renderCheck(makeDocument(facts, {policy}), format, options));
		if (format === 'json') {
			assert.match(judged, /"key": "maxOwners", "default": 3, "value": 9/);
			assert.match(judged, /"policy": \{ "keys": \[ "maxOwners" \], "byDefault": "fail" \}/);
		} else {
			assert.match(judged, /maxOwners 9 \(default 3\)/);
			assert.match(judged, /maxPrivileged 50 \(default 5\)/);
			assert.match(judged, /piiPatterns \^pl\[a\]n\|b\$ \(default none\)/);
			assert.match(judged, /claimedDomains acme\.example \(default none\)/);
			assert.match(judged, /exemptions service-account-role for service account etl \(default none\)/);
			assert.match(judged, format === 'csv' ? /"maxOwners","fail"/ : /by the defaults it would be a fail\./);
		}
	});

	test(`${format} says nothing of a policy that sets nothing, but that the defaults hold`, async () => {
		const judged = flat(await renderCheck(makeDocument(facts), format, options));
		assert.doesNotMatch(judged, /\(default|by the defaults|byDefault/);
		if (['markdown', 'html', 'junit'].includes(format)) {
			assert.match(judged, /none, the defaults hold/);
		}
	});
}

test('a page with a policy is no wider than it may be', async () => {
	const text = await renderCheck(makeDocument(facts, {policy}), 'text', options);
	assert.deepEqual(
		text.split('\n').filter(line => line.length > 80),
		[],
	);
});
