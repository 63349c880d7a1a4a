import assert from 'node:assert/strict';
import {test} from 'node:test';
import {account, daysAgo, grant, ownAccount, project, read} from '../../support/facts-builders.ts';
import {findings, measure, verdict} from '../../support/measure.ts';

const accounts = (...list: ReturnType<typeof account>[]) => ({serviceAccounts: read(list)});
const grants = (...projects: ReturnType<typeof grant>[][]) => ({
	projectServiceAccounts: read(
		projects.map((list, index) => ({
			project: project(`${index + 1}`, `Shop ${index + 1}`),
			read: read(list),
		})),
	),
});

test('an expiry must lie ahead and near', () => {
	const facts = accounts(
		account('never', {expires: null}),
		account('past', {expires: daysAgo(3)}),
		account('today', {expires: daysAgo(0.2)}),
		account('this-moment', {expires: daysAgo(0)}),
		account('far', {expires: daysAgo(-180.01)}),
		account('just', {expires: daysAgo(-180)}),
		account('soon', {expires: daysAgo(-0.01)}),
	);
	assert.deepEqual(findings('service-account-expiry', facts), [
		'never: never expires',
		'past: expired 3 days ago',
		'today: expired less than a day ago',
		'this-moment: expired less than a day ago',
		'far: expires in 181 days',
	]);
	const {actual, short} = measure('service-account-expiry', facts);
	assert.equal(actual, '5 of 7 accounts without a near expiry');
	assert.equal(short, '1 never expires, 3 expired, 1 expires too late');
});

test('the key in use is not exempt from expiry, use and rotation', () => {
	const own = accounts({...ownAccount, expires: null, lastUsed: daysAgo(100), created: daysAgo(200)});
	assert.equal(verdict('service-account-expiry', own), 'fail');
	assert.equal(verdict('service-account-unused', own), 'fail');
	assert.equal(verdict('service-account-rotation', own), 'fail');
});

test('an account is unused after its days, or when it was never used and has had its days of grace', () => {
	const facts = accounts(
		account('used', {lastUsed: daysAgo(90)}),
		account('forgotten', {lastUsed: daysAgo(90.5)}),
		account('new', {lastUsed: null, created: daysAgo(29.9)}),
		account('no-longer-new', {lastUsed: null, created: daysAgo(30)}),
		account('never', {lastUsed: null, created: daysAgo(45)}),
		account('clock-ahead', {lastUsed: daysAgo(-2)}),
	);
	assert.deepEqual(findings('service-account-unused', facts), [
		'forgotten: last used 91 days ago',
		'no-longer-new: never used, 30 days old',
		'never: never used, 45 days old',
	]);
});

test('a secret is as old as its account', () => {
	const facts = accounts(
		account('young', {created: daysAgo(180)}),
		account('old', {created: daysAgo(180.5)}),
	);
	assert.deepEqual(findings('service-account-rotation', facts), ['old: created 181 days ago']);
});

test('the limits come from the policy', () => {
	const facts = accounts(account('etl', {expires: daysAgo(-60), lastUsed: daysAgo(8), created: daysAgo(20)}));
	assert.equal(verdict('service-account-expiry', facts, {policy: {maxExpiryDays: 59}}), 'fail');
	assert.equal(verdict('service-account-unused', facts, {policy: {unusedDays: 7}}), 'fail');
	assert.equal(verdict('service-account-rotation', facts, {policy: {rotationDays: 10}}), 'fail');
});

test('a date that cannot be understood is undecided, never a pass, and does not hide a finding', () => {
	const broken = account('broken', {expires: 'soon', lastUsed: 'lately', created: 'once'});
	for (const id of ['service-account-expiry', 'service-account-unused', 'service-account-rotation']) {
		assert.equal(verdict(id, accounts(ownAccount, broken)), 'unknown partial', id);
		const bad = account('bad', {expires: null, lastUsed: daysAgo(200), created: daysAgo(400)});
		assert.equal(verdict(id, accounts(broken, bad)), 'fail', id);
	}
});

test('an empty list cannot be whole', () => {
	for (const id of [
		'service-account-expiry',
		'service-account-unused',
		'service-account-rotation',
		'wizard-key',
		'privileged-service-accounts',
	]) {
		assert.equal(verdict(id, accounts()), 'unknown unreadable', id);
	}
});

test('a project role of Owner or Admin is one finding an account; the key in use and custom roles are none', () => {
	const facts = grants(
		[grant('etl', 'owner'), grant('wizard', 'owner', {isOwn: true}), grant('export', 'custom')],
		[grant('etl', 'admin'), grant('read', 'consumer')],
	);
	assert.deepEqual(findings('service-account-role', facts), ['etl: is Owner of Shop 1, Admin of Shop 2']);
	assert.match(
		measure('service-account-role', facts).actual,
		/1 of 4 accounts.*custom role Exporter.*2 of 2 projects/,
	);
});

test('a project role that is not shown is undecided', () => {
	assert.equal(verdict('service-account-role', grants([grant('etl', null)])), 'unknown partial');
	assert.equal(verdict('service-account-role', grants([grant('wizard', null, {isOwn: true})])), 'pass');
});

test('an account in more projects than the limit is a finding, but for the key in use', () => {
	const both = [grant('etl', 'analyst'), grant('wizard', 'admin', {isOwn: true})];
	assert.deepEqual(findings('service-account-project-scope', grants(both, both)), [
		'etl: in 2 projects: Shop 1, Shop 2',
	]);
	assert.equal(
		verdict('service-account-project-scope', grants(both, both), {policy: {maxProjectsPerServiceAccount: 2}}),
		'pass',
	);
});

test('two grants in one project are one project', () => {
	const twice = [grant('etl', 'analyst'), grant('etl', 'consumer', {grantedThrough: 'team'})];
	assert.equal(verdict('service-account-project-scope', grants(twice)), 'pass');
});

test('access to classified data is named, and undecided where it is not shown', () => {
	const id = 'service-account-classified-access';
	assert.equal(verdict(id, grants([grant('etl', 'analyst')])), 'pass');
	assert.equal(verdict(id, grants([grant('etl', 'analyst', {hasSensitiveAccess: null})])), 'unknown partial');
	assert.deepEqual(findings(id, grants([grant('etl', 'analyst', {hasSensitiveAccess: true})])), [
		'etl: may see classified data in Shop 1',
	]);
});

test('the key in use is always shown with role and expiry, and the advice to delete it', () => {
	for (const own of [ownAccount, {...ownAccount, expires: null}, {...ownAccount, organizationRole: null}]) {
		const {actual, reason} = measure('wizard-key', accounts(own));
		assert.match(
			actual,
			/^wizard\.mp-service-account: (expires in 60 days|never expires), organization role (Admin|not shown)$/,
		);
		assert.equal(reason, 'Delete this service account when you have finished.');
	}
});

test('the key in use should end soon, and need not be Owner', () => {
	assert.equal(verdict('wizard-key', accounts(ownAccount)), 'pass');
	assert.equal(verdict('wizard-key', accounts({...ownAccount, organizationRole: null})), 'pass');
	assert.deepEqual(
		findings('wizard-key', accounts({...ownAccount, expires: daysAgo(-300), organizationRole: 'owner'})),
		['wizard: expires in 300 days, is Owner, Admin is enough'],
	);
	assert.equal(verdict('wizard-key', accounts({...ownAccount, expires: 'soon'})), 'unknown unreadable');
	assert.equal(verdict('wizard-key', accounts(account('etl'))), 'unknown unreadable');
});
