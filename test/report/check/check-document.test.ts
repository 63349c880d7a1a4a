import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderCheckJson} from '../../../source/report/check/render-json.ts';
import {policySha256} from '../../../source/report/policy/policy-digest.ts';
import type {Facts} from '../../../source/types/facts.ts';
import {defaultPolicy} from '../../../source/types/policy.ts';
import {
	account,
	failed,
	hardenedFacts,
	ownAccount,
	project,
	property,
	read,
} from '../../support/facts-builders.ts';
import {makeDocument, simulated} from './make-document.ts';

const flawed: Facts = {
	...hardenedFacts(),
	serviceAccounts: read(
		[ownAccount, account('9001', {expires: null})],
		'GET /api/app/organizations/7654321/service-accounts',
	),
	teams: failed('denied', 'GET /api/app/organizations/7654321/teams'),
	properties: read([
		{project: project('1', 'Shop'), read: read([property('$email', {sensitive: true})])},
		{
			project: project('2', 'Blog'),
			read: failed('timeout', 'GET /api/app/projects/2/data-definitions/properties/'),
		},
	]),
};

test('the top of the document is as the contract shows it', () => {
	const {controls, errors, summary, ...top} = makeDocument(flawed, {profile: {level: 'L2'}});
	assert.deepEqual(top, {
		schemaVersion: '1',
		tool: {name: 'mixpanel-harden', version: '0.1.0'},
		guide: {version: '0.1.0', updated: '2025-02-05', maturity: 'draft'},
		target: {
			organizationId: '7654321',
			organizationName: 'Acme',
			region: 'us',
			baseUrl: 'https://mixpanel.com',
			simulated: false,
			coverage: {
				projects: {seen: 1, known: null},
				users: {seen: 12, known: 12},
				serviceAccounts: {seen: 2, known: 2},
			},
		},
		profile: 'L2',
		policy: {overrides: [], sha256: policySha256(defaultPolicy)},
		startedAt: '2026-11-24T09:59:56Z',
		finishedAt: '2026-11-24T10:00:00Z',
		reading: {from: 'api', at: '2026-11-24T10:00:00Z'},
		journal: {headHash: null, proof: 'local, unsigned'},
		notices: [],
	});
	assert.equal(controls.length, 9);
	assert.equal(summary.total, 9);
	assert.equal(errors.length, 2);
});

test('the keys come in the order of the contract, and no others', () => {
	const document = makeDocument(flawed);
	const [control] = document.controls.filter(({id}) => id === '3.1');
	assert.ok(control);
	const rule = control.rules.find(({id}) => id === 'service-account-expiry');
	assert.ok(rule);
	const keys = (value: object) => Object.keys(value).join(' ');
	assert.equal(
		keys(document),
		'schemaVersion tool guide target profile policy startedAt finishedAt summary controls errors reading journal notices',
	);
	assert.equal(keys(document.target), 'organizationId organizationName region baseUrl simulated coverage');
	assert.equal(
		keys(document.summary),
		'pass fail manual unknown not_applicable waived total score verifiedScore attestedScore',
	);
	assert.equal(
		keys(control),
		'id slug title section level inProfile status basis reason waiver frameworks rules',
	);
	assert.equal(
		keys(rule),
		'id version required status basis reasonCode measured grade expected actual reason waiver findings evidence',
	);
	const [finding] = rule.findings;
	assert.deepEqual(finding, {
		resource: {type: 'service_account', id: '9001', name: '9001.mp-service-account'},
		message: 'never expires',
		remediation: {kind: 'clicks', steps: ['3.1.C4', '3.1.C5', '3.1.C6']},
		effort: 'hours',
	});
	assert.deepEqual(control.frameworks, {cis: ['3.11'], nist80053: ['SC-12'], soc2: ['CC6.7']});
	assert.equal(rule.grade, 'documented');
});

test('each failed read is told once, with the rules it affects', () => {
	assert.deepEqual(makeDocument(flawed).errors, [
		{
			code: 'denied',
			message: 'The read failed: denied.',
			source: 'GET /api/app/organizations/7654321/teams',
			rules: ['teams-in-use'],
		},
		{
			code: 'timeout',
			message: 'The read failed: timeout.',
			source: 'GET /api/app/projects/2/data-definitions/properties/',
			rules: ['pii-classified'],
		},
	]);
});

test('with some of the controls, errors name only rules that were judged', () => {
	const document = makeDocument(flawed, {only: ['2.1']});
	assert.deepEqual(
		document.controls.map(({id}) => id),
		['2.1'],
	);
	assert.deepEqual(
		document.errors.map(({rules}) => rules),
		[['teams-in-use'], []],
	);
});

test('when everything failed the document is whole all the same', () => {
	const facts = Object.fromEntries(Object.keys(hardenedFacts()).map(fact => [fact, failed('network')]));
	const document = makeDocument(facts);
	assert.equal(document.controls.length, 9);
	assert.equal(document.errors.length, 1);
	assert.equal(document.errors[0]?.rules.length, 17);
	assert.deepEqual(document.target.coverage, {
		projects: {seen: 0, known: null},
		users: {seen: 0, known: null},
		serviceAccounts: {seen: 0, known: null},
	});
});

test('a simulated organization is one in the region too', () => {
	const {target} = makeDocument(hardenedFacts(), {target: simulated});
	assert.deepEqual(
		[target.simulated, target.region, target.baseUrl],
		[true, 'simulated', 'http://127.0.0.1:4711'],
	);
});

test('projects of other organizations are not counted as seen', () => {
	const facts = hardenedFacts();
	const identity = facts.identity.outcome === 'ok' ? facts.identity.value : {organizations: [], projects: []};
	const foreign = {...project('9', 'Elsewhere'), organizationId: '1'};
	const document = makeDocument({
		...facts,
		identity: read({...identity, projects: [...identity.projects, foreign]}),
	});
	assert.deepEqual(document.target.coverage.projects, {seen: 2, known: null});
});

test('JSON text is one document that reads back as it was', () => {
	const document = makeDocument(flawed);
	const text = renderCheckJson(document);
	assert.ok(text.endsWith('}\n'));
	assert.deepEqual(JSON.parse(text), document);
});
