import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../../source/controls/index.ts';
import {exitCodeOf, exitCodeOfReads, failOnValues} from '../../../source/report/check/exit-code.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Waiver} from '../../../source/types/assessment.ts';
import type {Facts} from '../../../source/types/facts.ts';
import {
	account,
	attestation,
	failed,
	globalView,
	hardenedFacts,
	ownAccount,
	project,
	read,
	users,
} from '../../support/facts-builders.ts';
import {makeDocument} from './make-document.ts';

const answers = controls.flatMap(({rules}) => rules.map(({id}) => attestation(id, 'pass')));

/** The exit code for each threshold: `fail unknown manual none`. */
const codes = (facts: Facts, attestations = answers) => {
	const document = makeDocument(facts, {attestations});
	return failOnValues.map(failOn => exitCodeOf(document, failOn));
};

test('a fail trips all thresholds but none', () => {
	assert.deepEqual(codes({...hardenedFacts(), users: read({users: users(4, 0, 3)})}), [1, 1, 1, 0]);
});

test('unknown trips from unknown on, manual only at manual', () => {
	const withoutUsers = answers.filter(({rule}) => rule !== 'owner-count' && rule !== 'least-privilege-roles');
	assert.deepEqual(codes({...hardenedFacts(), users: failed('denied')}, withoutUsers), [0, 1, 1, 0]);
	assert.deepEqual(codes(hardenedFacts(), answers.slice(1)), [0, 0, 1, 0]);
	assert.deepEqual(codes(hardenedFacts()), [0, 0, 0, 0]);
});

test('advice and controls outside the level trip nothing', () => {
	const openViews = read([{project: project('1'), read: read([globalView()])}]);
	const ownOwner = read([{...ownAccount, organizationRole: 'owner' as const}]);
	assert.deepEqual(codes({...hardenedFacts(), serviceAccounts: ownOwner}), [0, 0, 0, 0]);
	assert.deepEqual(codes({...hardenedFacts(), dataViews: openViews}), [0, 0, 0, 0]);
	const faulty = read([ownAccount, account('etl', {expires: null})]);
	assert.deepEqual(codes({...hardenedFacts(), serviceAccounts: faulty}), [1, 1, 1, 0]);
});

test('what is waived, as a rule or as a control, does not trip', () => {
	const waiver: Waiver = {
		kind: 'accepted_risk',
		reason: makeSafe('moving house'),
		owner: makeSafe('Ana'),
		expires: '2027-02-01',
		by: makeSafe('Ana'),
		at: '2026-11-24T10:00:00Z',
	};
	const document = makeDocument(
		{...hardenedFacts(), users: read({users: users(4, 0, 3)})},
		{attestations: answers},
	);
	const byRule = document.controls.map(control => ({
		...control,
		rules: control.rules.map(rule => (rule.status === 'fail' ? {...rule, waiver} : rule)),
	}));
	const byControl = document.controls.map(control =>
		control.status === 'fail' ? {...control, waiver} : control,
	);
	assert.equal(exitCodeOf({controls: byRule}, 'fail'), 0);
	assert.equal(exitCodeOf({controls: byControl}, 'fail'), 0);
});

test('the reads decide first: 3 when each was denied, 4 when each failed some other way', () => {
	const all = (...outcomes: ('denied' | 'network' | 'unreadable')[]): Facts => ({
		users: failed(outcomes[0] ?? 'denied'),
		teams: failed(outcomes[1] ?? 'denied'),
	});
	assert.equal(exitCodeOfReads(all('denied', 'denied')), 3);
	assert.equal(exitCodeOfReads(all('network', 'unreadable')), 4);
	assert.equal(exitCodeOfReads(all('denied', 'network')), 4);
	assert.equal(exitCodeOfReads({...all(), serviceAccounts: read([ownAccount])}), null);
	assert.equal(exitCodeOfReads({}), null);
});
