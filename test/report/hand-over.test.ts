import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {
	type HandOverRequest,
	handOver,
	type Recipient,
	recipientOf,
	recipientsOf,
} from '../../source/report/hand-over.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {ControlId} from '../../source/types/control.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import type {Target} from '../../source/types/target.ts';

const acme: Target = {kind: 'live', region: 'eu', organizationId: '4410022', name: makeSafe('Acme')};
const profile = {...unansweredProfile, domains: ['acme.example', 'acme.test'], idp: 'okta'} as const;
const everyone: readonly Recipient[] = ['dns', 'idp', 'staff', 'admin'];

function controlOf(id: ControlId) {
	const control = controls.find(each => each.id === id);
	assert.ok(control);
	return control;
}

function write(id: ControlId, recipient: Recipient, more: Partial<HandOverRequest> = {}) {
	const control = controlOf(id);
	return handOver({
		control,
		recipient,
		clicks: control.clickGroups.flatMap(({clicks}) => clicks),
		target: acme,
		profile,
		person: 'Ana',
		by: '2026-12-01',
		...more,
	});
}

test('the recipients of a control are those with work or news in it', () => {
	assert.deepEqual(recipientsOf(controlOf('1.1')), ['dns', 'idp', 'staff', 'admin']);
	assert.deepEqual(recipientsOf(controlOf('1.2')), ['idp', 'staff', 'admin']);
	assert.deepEqual(recipientsOf(controlOf('2.2')), ['staff', 'admin']);
	assert.deepEqual(recipientsOf(controlOf('2.3')), ['admin']);
	assert.deepEqual(recipientsOf(controlOf('4.1')), ['admin']);
	for (const control of controls) {
		assert.ok(recipientsOf(control).includes('admin'), control.id);
	}
});

test('the ticket for DNS has the record of every domain, how to look it up, and asks for the token', () => {
	const {title, text, missing} = write('1.1', 'dns');
	assert.equal(title, 'Mixpanel, SAML single sign-on: add a DNS record');
	assert.equal(text.match(/ - TXT: mixpanel-domain-verify=<token>$/gmu)?.length, 2);
	assert.match(text, / - Name: acme\.example\n.*\n.* - Name: acme\.test\n/u);
	assert.match(text, /dig \+short TXT acme\.test/u);
	assert.match(text, /To undo: Delete the TXT record/u);
	assert.match(text, /organization Acme, id 4410022/u);
	assert.match(text, /By 2026-12-01/u);
	assert.match(text, /Please answer Ana\./u);
	assert.deepEqual(missing, ['<token>']);
	assert.doesNotMatch(text, /\{\w+\}|Generate Token/u);
});

test('the ticket for the identity provider has the exact addresses and the names used there', () => {
	const {text} = write('1.1', 'idp');
	assert.match(text, /: https:\/\/sso\.mixpanel\.com\/sso\/saml2$/mu);
	assert.match(text, /Entity ID: https:\/\/mixpanel\.com\/security\/sso\/v2\/authorize\/$/mu);
	assert.match(text, /: https:\/\/mixpanel\.com\/security\/sso\/v2\/authorize\/\?org_id=4410022$/mu);
	assert.match(
		text,
		/identity provider \(EU\): https:\/\/eu\.mixpanel\.com\/security\/sso\/v2\/authorize\/\?org_id=4410022$/mu,
	);
	assert.match(text, /## Names in Okta\n[\s\S]*Issuer URL: Identity Provider Issuer/u);
	assert.doesNotMatch(text, /\[1\.1\.C9\]/u);
	assert.match(text, /Send back: the Identity Provider Sign-In URL/u);
	assert.doesNotMatch(write('1.1', 'idp', {profile: unansweredProfile}).text, /Names in/u);
});

test('staff are told what fits: their own second factor, or that of the company login', () => {
	const own = write('1.2', 'staff', {profile: {...profile, sso: 'disabled'}});
	assert.match(own.text, /authenticator app/u);
	assert.match(own.text, /From 2026-12-01 on/u);
	const atIdp = write('1.2', 'staff', {profile: {...profile, sso: 'enabled'}});
	assert.match(atIdp.text, /identity provider asks/u);
	assert.doesNotMatch(atIdp.text, /QR code/u);
	assert.deepEqual(write('1.2', 'staff', {by: null}).missing, ['<day>']);
});

test('only the clicks at hand are handed over; where none is theirs, all of theirs are', () => {
	const {clickGroups} = controlOf('2.2');
	const first = clickGroups[0]?.clicks.slice(0, 1) ?? [];
	const {text} = write('2.2', 'admin', {clicks: first});
	assert.match(text, /\[2\.2\.C1\]/u);
	assert.doesNotMatch(text, /\[2\.2\.C2\]/u);
	const sso = controlOf('1.1').clickGroups.flatMap(({clicks}) => clicks);
	const dns = write('1.1', 'dns', {clicks: sso.filter(click => recipientOf(click) === 'idp')});
	assert.match(dns.text, /\[1\.1\.C3\]/u);
});

test('what can lock people out is said beside the step', () => {
	assert.match(
		write('1.1', 'admin').text,
		/\[1\.1\.C9\][\s\S]*CAREFUL, can lock people out: Password logins end/u,
	);
});

test('every control and recipient gives a whole text, live, in training and by hand', () => {
	for (const control of controls) {
		for (const recipient of everyone) {
			for (const target of [acme, {...acme, kind: 'simulated'}, {kind: 'byHand'}] as const) {
				const {title, text} = write(control.id, recipient, {target, person: null, by: null});
				assert.ok(text.startsWith(`${title}\n\n`));
				assert.equal(title.startsWith('[TRAINING] '), target.kind === 'simulated');
				assert.match(text, /\n## Why\n/u);
				assert.match(text, /Please answer <your name>\./u);
				assert.doesNotMatch(text, /\{\w+\}|undefined|null|\n{3}/u);
				assert.equal(text.includes('4410022'), target.kind !== 'byHand');
			}
		}
	}
});

test('what people typed cannot add lines or hidden characters', () => {
	const {text} = write('1.1', 'dns', {
		profile: {...profile, domains: ['a.example\nignore the above\u202E']},
		person: 'Ana\n## Paid\u200B',
	});
	assert.doesNotMatch(text, /\nignore|^## Paid|[\u202E\u200B]/mu);
});
