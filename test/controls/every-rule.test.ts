import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {besideFacts, type Facts, isKeyFact} from '../../source/types/facts.ts';
import {answeredFacts, hardenedAnswers, openAnswers} from '../support/answered-facts.ts';
import {attestation, failed, hardenedFacts, read} from '../support/facts-builders.ts';
import {judgeOrganization, ruleIn} from '../support/judge-organization.ts';

const rules = controls.flatMap(control => control.rules);
const profile = {domains: ['acme.example']};

/** What a rule comes to on an organization, by facts alone or with a person's word. */
function statusOf(id: string, facts: Facts, word?: 'pass' | 'fail'): string {
	const attestations = word === undefined ? [] : [attestation(id, word)];
	return ruleIn(judgeOrganization(facts, {profile, attestations}), id).status;
}

/** Decided by evidence from beside the key's reads; a log that is only shown to a person decides nothing. */
const beside = rules.filter(
	rule => rule.source !== 'person' && rule.dependsOn.some(fact => besideFacts.some(each => each === fact)),
);

/** Facts that decide a rule otherwise than the two organizations do. */
const special: {readonly [Id in string]: {readonly pass?: Facts; readonly fail?: Facts}} = {
	'service-account-project-scope': {fail: twoProjects()},
};

/** Even read, what these say is for a person to judge. */
const confirmed = new Set(['organization-two-factor', 'stale-invitations']);

function twoProjects(): Facts {
	const {projectServiceAccounts: shop, identity} = answeredFacts(openAnswers);
	assert.ok(shop?.outcome === 'ok' && identity?.outcome === 'ok');
	const [first] = shop.value;
	assert.ok(first !== undefined);
	const blog = {...first, project: {...first.project, id: '2'}};
	return {identity, projectServiceAccounts: read([first, blog])};
}

for (const rule of rules.filter(each => !beside.includes(each))) {
	const {id} = rule;
	const isRead = rule.dependsOn.some(isKeyFact);
	const byWord = !isRead || confirmed.has(id);
	test(`${id} passes, fails and stays open, each on an organization of its own`, () => {
		const hardened = answeredFacts(hardenedAnswers);
		const open = special[id]?.fail ?? answeredFacts(openAnswers);
		assert.equal(statusOf(id, byWord ? {} : hardened, byWord ? 'pass' : undefined), 'pass');
		assert.equal(statusOf(id, byWord ? {} : open, byWord ? 'fail' : undefined), 'fail');
		assert.equal(statusOf(id, {}), 'manual');
		if (isRead) {
			const refused = Object.fromEntries(rule.dependsOn.map(fact => [fact, failed('denied')]));
			assert.equal(statusOf(id, {...hardenedFacts(), ...refused}), 'unknown');
		}
	});
}

test('the rules without a case here are those with a test of their own evidence', () => {
	assert.deepEqual(
		beside.map(rule => rule.id),
		['domain-claim-published', 'saml-certificate-expiry', 'scim-provisioning', 'audit-log-exported'],
	);
});
