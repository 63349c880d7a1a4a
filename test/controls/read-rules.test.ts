import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {type Facts, isKeyFact} from '../../source/types/facts.ts';
import {
	account,
	daysAgo,
	failed,
	globalView,
	grant,
	hardenedFacts,
	ownAccount,
	project,
	property,
	read,
	team,
	user,
	users,
} from '../support/facts-builders.ts';
import {measure, ruleNamed, verdict} from '../support/measure.ts';

const hardened = hardenedFacts();
const inShop = <Value>(value: Value) => read([{project: project('1', 'Shop'), read: read(value)}]);

/** For each rule that is read: what becomes of the hardened organization so that the rule fails. */
const failing: {readonly [Rule in string]: Facts} = {
	'guests-outside-claimed-domains': {users: read({users: [user('ana', 'owner')]})},
	'least-privilege-roles': {users: read({users: users(2, 4, 20)})},
	'teams-in-use': {teams: read([team('Empty', 0)])},
	'owner-count': {users: read({users: users(4, 0, 8)})},
	'privileged-service-accounts': {
		serviceAccounts: read([ownAccount, account('etl', {organizationRole: 'owner'})]),
	},
	'service-account-expiry': {serviceAccounts: read([ownAccount, account('etl', {expires: null})])},
	'service-account-unused': {serviceAccounts: read([ownAccount, account('etl', {lastUsed: daysAgo(91)})])},
	'service-account-rotation': {serviceAccounts: read([ownAccount, account('etl', {created: daysAgo(181)})])},
	'service-account-role': {projectServiceAccounts: inShop([grant('etl', 'owner')])},
	'service-account-project-scope': {
		projectServiceAccounts: read(
			['1', '2'].map(id => ({project: project(id), read: read([grant('etl', 'analyst')])})),
		),
	},
	'wizard-key': {serviceAccounts: read([{...ownAccount, expires: null}])},
	'service-account-classified-access': {
		projectServiceAccounts: inShop([grant('etl', 'analyst', {hasSensitiveAccess: true})]),
	},
	'pii-classified': {properties: inShop([property('$email', {hidden: true})])},
	'data-views-restrict': {dataViews: inShop([globalView()])},
	'default-view-restricted': {dataViews: inShop([globalView()])},
};

/** Rules whose read never decides by itself on a finding: a person says what it means. */
const confirmed = new Set(['organization-two-factor', 'stale-invitations']);

const readRules = controls.flatMap(control => control.rules).filter(rule => rule.dependsOn.some(isKeyFact));
const profile = {domains: ['acme.example', 'Acme.Test']};

test('each read rule is tried here', () => {
	const tried = [...Object.keys(failing), ...confirmed].toSorted();
	assert.deepEqual(readRules.map(rule => rule.id).toSorted(), tried);
});

for (const {id, dependsOn} of readRules) {
	test(`${id}: a hardened organization passes, or is left to a person to confirm`, () => {
		const expected = id === 'organization-two-factor' ? 'manual unconfirmed' : 'pass';
		assert.equal(verdict(id, hardened, {profile}), expected);
	});

	test(`${id}: any failed read leaves it unknown, with its code and reason`, () => {
		for (const outcome of ['denied', 'not_found', 'unreadable', 'timeout', 'network'] as const) {
			const facts = {...hardened, ...Object.fromEntries(dependsOn.map(fact => [fact, failed(outcome)]))};
			assert.equal(verdict(id, facts, {profile}), `unknown ${outcome}`);
			assert.equal(measure(id, facts, {profile}).reason, `The read failed: ${outcome}.`);
		}
	});
}

for (const [id, facts] of Object.entries(failing)) {
	test(`${id}: a finding fails it and names the resource, a mending click and words for a list`, () => {
		const measurement = measure(id, facts, {profile: {domains: ['other.example']}});
		assert.equal(measurement.status, 'fail');
		const found = measurement.findings ?? [];
		assert.ok(found.length > 0);
		assert.ok(measurement.short);
		assert.equal(new Set(found.map(({resource}) => `${resource.type} ${resource.id}`)).size, found.length);
		const clicks = new Set(ruleNamed(id).clicks);
		for (const {message, remediation} of found) {
			assert.match(message, /^(\p{Ll}|IP ).*[^.]$/u);
			assert.ok(remediation?.kind !== 'clicks' || remediation.steps.length > 0);
			assert.deepEqual(
				remediation?.kind === 'api' ? remediation.fix : null,
				id === 'pii-classified' ? 'classify-property' : null,
			);
			assert.ok(remediation?.kind !== 'clicks' || remediation.steps.every(step => clicks.has(step)));
		}
	});
}

for (const id of ['projectServiceAccounts', 'properties', 'dataViews'] as const) {
	const dependent = readRules.filter(rule => rule.dependsOn.includes(id));
	const projects = hardened[id].outcome === 'ok' ? hardened[id].value : [];

	test(`${id}: one project that cannot be read keeps its rules from passing`, () => {
		const partial = {[id]: read([...projects, {project: project('3', 'Closed'), read: failed('denied')}])};
		for (const rule of dependent) {
			assert.equal(verdict(rule.id, partial), 'unknown partial', rule.id);
			const {actual, reason} = measure(rule.id, partial);
			assert.match(actual, /2 of 3 projects read/);
			assert.match(reason, /Closed/);
		}
	});

	test(`${id}: when no project can be read, the common cause is told; no project at all is no pass`, () => {
		const closed = {[id]: read(['1', '2'].map(each => ({project: project(each), read: failed('denied')})))};
		for (const rule of dependent) {
			assert.equal(verdict(rule.id, closed), 'unknown denied', rule.id);
			assert.equal(verdict(rule.id, {[id]: read([])}), 'unknown partial', rule.id);
		}
	});

	test(`${id}: a finding in one project fails its rules, whatever else is closed`, () => {
		for (const rule of dependent) {
			const fact = failing[rule.id]?.[id];
			const found = fact?.outcome === 'ok' ? fact.value : [];
			const mixed = {[id]: read([{project: project('3', 'Closed'), read: failed('timeout')}, ...found])};
			assert.equal(verdict(rule.id, mixed), 'fail', rule.id);
			assert.match(measure(rule.id, mixed).actual, /of \d projects read; 1 undecided/, rule.id);
		}
	});
}
