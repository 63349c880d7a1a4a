import assert from 'node:assert/strict';
import {test} from 'node:test';
import {account, ownAccount, read, user, users} from '../../support/facts-builders.ts';
import {findings, measure, verdict} from '../../support/measure.ts';

const people = (...list: ReturnType<typeof user>[]) => ({users: read({users: list})});
const accounts = (...list: ReturnType<typeof account>[]) => ({serviceAccounts: read(list)});

test('two or three Owners pass, one or four fail, none is a list that cannot be whole', () => {
	const verdicts = [0, 1, 2, 3, 4].map(owners => verdict('owner-count', people(...users(owners, 2, 5))));
	assert.deepEqual(verdicts, ['unknown unreadable', 'fail', 'pass', 'pass', 'fail']);
});

test('the words for a list are those of the screen', () => {
	assert.equal(measure('owner-count', people(...users(4, 0, 1))).short, '4 Owners, 3 at most');
	assert.equal(measure('owner-count', people(...users(1, 0, 1))).short, '1 Owner, 2 at least');
});

test('an invited Owner is no Owner yet; a row that does not say counts as joined', () => {
	const invited = user('new', 'owner', {invited: true});
	assert.equal(verdict('owner-count', people(...users(1, 0, 1), invited)), 'fail');
	assert.equal(verdict('owner-count', people(...users(3, 0, 1), invited)), 'pass');
	assert.equal(verdict('owner-count', people(...users(3, 0, 1), {...invited, invited: null})), 'fail');
	assert.equal(verdict('owner-count', people(invited, user('a', 'member'))), 'unknown unreadable');
});

test('a role that is not understood leaves the number open, unless there are too many already', () => {
	const strange = user('strange', 'other');
	assert.equal(verdict('owner-count', people(...users(2, 0, 1), strange)), 'unknown partial');
	assert.equal(verdict('owner-count', people(...users(1, 0, 1), strange)), 'unknown partial');
	assert.equal(verdict('owner-count', people(...users(4, 0, 1), strange)), 'fail');
});

test('service accounts with a high organization role are findings, but for the key in use', () => {
	const facts = accounts(
		{...ownAccount, organizationRole: 'owner'},
		account('root', {organizationRole: 'owner'}),
		account('etl', {organizationRole: 'admin'}),
		account('pay', {organizationRole: 'billing_admin'}),
		account('read'),
	);
	assert.deepEqual(findings('privileged-service-accounts', facts), [
		'root: is Owner of the organization',
		'etl: is Admin of the organization',
	]);
});

test('a role that is missing or not understood is left to a person, unless another account is a finding', () => {
	for (const organizationRole of [null, 'other'] as const) {
		const silent = account('silent', {organizationRole});
		assert.equal(verdict('privileged-service-accounts', accounts(ownAccount, silent)), 'manual unconfirmed');
		assert.match(measure('privileged-service-accounts', accounts(ownAccount, silent)).reason, /silent/);
		const root = account('root', {organizationRole: 'owner'});
		assert.equal(verdict('privileged-service-accounts', accounts(silent, root)), 'fail');
		assert.equal(verdict('privileged-service-accounts', accounts({...ownAccount, organizationRole})), 'pass');
	}
});
