import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {waiverNotices} from '../../source/assessment/waiver-notices.ts';
import type {Exemption} from '../../source/types/decision.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {anyDecisions, dayAgo, decided, exemption} from '../support/decision-builders.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {
	account,
	failed,
	hardenedFacts,
	identityOver,
	now,
	ownAccount,
	project,
	property,
	read,
} from '../support/facts-builders.ts';
import {judgeOrganization, ruleIn} from '../support/judge-organization.ts';

const email = property('$email');
const phone = property('phone');

function withProperties(...properties: (typeof email)[]): Facts {
	const facts = {properties: read([{project: project('1', 'Shop'), read: read(properties)}])};
	return {...hardenedFacts(), ...facts, identity: identityOver(facts)};
}

function pii(facts: Facts, ...exemptions: Exemption[]) {
	return ruleIn(judgeOrganization(facts, {decisions: decided({exemptions})}), 'pii-classified');
}

const ofEmail = {type: 'property', id: email.id} as const;

test('an exempted property passes pii-classified, and is named', () => {
	const result = pii(withProperties(email, property('plan')), exemption('pii-classified', ofEmail));
	assert.equal(result.status, 'pass');
	assert.equal(
		result.actual,
		'1 of 2 names look like personal data, 0 of them open, 1 exempted ($email); 1 of 1 projects read',
	);
	assert.deepEqual(
		result.exemptions?.map(({owner}) => owner),
		['Ben'],
	);
	assert.equal(result.waiver, null);
});

test('only the exempted one, only under its rule, and only by type and id', () => {
	const facts = withProperties(email, phone);
	const one = pii(facts, exemption('pii-classified', ofEmail));
	assert.deepEqual([one.status, one.findings.map(({resource}) => resource.id)], ['fail', [phone.id]]);
	assert.equal(pii(facts, exemption('owner-count', ofEmail)).findings.length, 2);
	assert.equal(pii(facts, exemption('pii-classified', {type: 'project', id: email.id})).findings.length, 2);
});

test('it lets a property pass of which the answer does not say whether it is classified', () => {
	const facts = withProperties(property('$email', {sensitive: null}));
	assert.equal(pii(facts).status, 'unknown');
	assert.equal(pii(facts, exemption('pii-classified', ofEmail)).status, 'pass');
});

test('it never makes up for what could not be read', () => {
	const facts = {
		...hardenedFacts(),
		properties: read([
			{project: project('1', 'Shop'), read: read([email])},
			{project: project('2', 'Blog'), read: failed('denied')},
		]),
	};
	assert.equal(pii(facts, exemption('pii-classified', ofEmail)).status, 'unknown');
});

test('once it has ended the finding returns and says so', () => {
	const ended = pii(withProperties(email), exemption('pii-classified', ofEmail, {expires: dayAgo(1)}));
	assert.equal(ended.status, 'fail');
	assert.match(ended.findings[0]?.message ?? '', /; its exemption ended on 2026-11-23$/);
	assert.equal(ended.exemptions, undefined);
	const odd = pii(withProperties(email), exemption('pii-classified', ofEmail, {reason: ''}));
	assert.match(odd.findings[0]?.message ?? '', /; its exemption does not count: it has no reason$/);
});

const endless = {
	...hardenedFacts(),
	serviceAccounts: read([ownAccount, account('etl', {expires: null}), account('old', {expires: null})]),
};
const etl = exemption('service-account-expiry', {type: 'service_account', id: 'etl'});
const old = exemption('service-account-expiry', {type: 'service_account', id: 'old'}, {expires: dayAgo(-7)});

function expiry(...exemptions: Exemption[]) {
	return ruleIn(judgeOrganization(endless, {decisions: decided({exemptions})}), 'service-account-expiry');
}

test('under every other rule the finding stays, marked', () => {
	const result = expiry(etl);
	assert.deepEqual(
		result.findings.map(({resource, exempted}) => [resource.id, exempted]),
		[
			['etl', true],
			['old', undefined],
		],
	);
	assert.deepEqual([result.status, result.waiver], ['fail', null]);
});

test('when every finding is exempted the rule counts as waived, until the first of them ends', () => {
	const result = expiry(etl, old);
	assert.deepEqual([result.status, result.waiver?.expires], ['fail', old.expires]);
	assert.match(result.reason, /Every finding is exempted\.$/);
});

test('but not while something could not be decided', () => {
	const facts = {
		...hardenedFacts(),
		serviceAccounts: read([ownAccount, account('etl', {expires: null}), account('odd', {expires: 'soon'})]),
	};
	const result = ruleIn(
		judgeOrganization(facts, {decisions: decided({exemptions: [etl]})}),
		'service-account-expiry',
	);
	assert.deepEqual([result.waiver, result.undecided, result.findings[0]?.exempted], [null, 1, true]);
	assert.match(result.reason, /Every finding is exempted, but 1 could not be decided\.$/);
});

test('each is told what it came to', () => {
	const exemptions = [
		etl,
		exemption('service-account-expiry', {type: 'service_account', id: 'gone'}),
		exemption('no-such-rule', ofEmail),
		exemption('pii-classified', ofEmail, {expires: dayAgo(1)}),
	];
	const assessment = judgeOrganization(endless, {decisions: decided({exemptions})});
	assert.deepEqual(
		waiverNotices(assessment, decided({exemptions}), {now, policy: defaultPolicy}).map(({state}) => state),
		['matched', 'idle', 'unmatched', 'lapsed'],
	);
});

test('with the facts, one of something that was not seen is told from one of something in order', () => {
	const exemptions = [
		exemption('service-account-expiry', {type: 'service_account', id: 'etll'}),
		exemption('service-account-expiry', {type: 'service_account', id: ownAccount.id}),
		exemption('admins-documented', {type: 'user', id: 'nobody@corp.example'}),
		exemption('pii-classified', ofEmail),
	];
	const assessment = judgeOrganization(endless, {decisions: decided({exemptions})});
	const told = (facts: Facts) =>
		waiverNotices(assessment, decided({exemptions}), {now, policy: defaultPolicy, facts});
	assert.deepEqual(
		told(endless).map(({state}) => state),
		['unmatched', 'idle', 'unmatched', 'idle'],
	);
	assert.match(told(endless)[0]?.sentence ?? '', /service account etll .* no such service account was seen/);
	// What could not be read says nothing of what there is.
	const unread = {...endless, serviceAccounts: failed('denied'), users: failed('timeout')};
	assert.ok(told(unread).every(({state}) => state === 'idle'));
});

test('an id that holds what somebody typed is told safely', () => {
	const id = 'ana\u001b[2J\u202e@example.com';
	const [notice] = waiverNotices(
		judgeOrganization(endless),
		decided({exemptions: [exemption('service-account-expiry', {type: 'service_account', id})]}),
		{now, policy: defaultPolicy},
	);
	assert.match(
		notice?.sentence ?? '',
		/^The exemption of service account ana.*@example\.com from service-account-expiry/,
	);
	assert.doesNotMatch(notice?.sentence ?? '', /[\u001b\u202e]/);
});

test('no exemption turns anything but pii-classified into a pass, or hides another finding', () => {
	fc.assert(
		fc.property(anyFacts, anyDecisions, (facts, {exemptions}) => {
			const before = judgeOrganization(facts).controls.flatMap(({rules}) => rules);
			const after = judgeOrganization(facts, {decisions: decided({exemptions})});
			for (const {id, status, findings} of before) {
				const result = ruleIn(after, id);
				if (id === 'pii-classified') {
					const covered = new Set(exemptions.map(({resource}) => resource.id));
					assert.ok(
						findings.every(
							({resource}) =>
								covered.has(resource.id) || result.findings.some(left => left.resource.id === resource.id),
						),
					);
				} else {
					assert.equal(result.status, status);
					assert.equal(result.findings.length, findings.length);
				}
			}
		}),
	);
});
