import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptySession} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Change} from '../../source/types/change.ts';
import type {SessionState} from '../../source/types/session.ts';
import {doneSince} from '../../source/ui/done-since.ts';

function change(
	operation: string,
	undoes: string | null = null,
	outcome: Change['outcome'] = 'applied',
): Change {
	return {
		operation,
		undoes,
		outcome,
		fix: 'classify-property',
		control: '3.2',
		rule: 'pii-classified',
		resource: {type: 'property', id: '1:User:%24email', name: makeSafe('$email')},
		request: {method: 'PATCH', path: '/api', body: '{}'},
		before: {sensitive: false},
		desired: {sensitive: true},
		by: makeSafe('Ana'),
		at: '2026-11-24T10:00:00.000Z',
		detail: makeSafe(''),
		settledAt: '2026-11-24T10:00:01.000Z',
	};
}

function done(before: readonly Change[], more: readonly Change[]): readonly string[] {
	const session = (changes: readonly Change[]): SessionState => ({...emptySession, changes});
	return doneSince(session(before), session([...before, ...more]));
}

test('a change that was taken back is no second change', () => {
	assert.deepEqual(done([], [change('a'), change('b', 'a'), change('c')]), [
		'2 changes made, 1 of them taken back',
	]);
	assert.deepEqual(done([], [change('a'), change('b', 'a')]), ['1 change made and taken back']);
	assert.deepEqual(done([], [change('a'), change('c'), change('b', 'a'), change('d', 'c')]), [
		'2 changes made and taken back',
	]);
});

test('one of an earlier visit that is taken back is told apart', () => {
	assert.deepEqual(done([change('a')], [change('b', 'a')]), ['1 earlier change taken back']);
	assert.deepEqual(done([change('a')], [change('b', 'a'), change('c'), change('d', 'c'), change('e')]), [
		'2 changes made, 1 of them taken back',
		'1 earlier change taken back',
	]);
});

test('what was not applied is not counted', () => {
	assert.deepEqual(done([], [change('a'), change('b', 'a', 'failed'), change('c', null, 'drifted')]), [
		'1 change made',
	]);
});

test('a change left open before and found applied by now counts as made', () => {
	const before: SessionState = {...emptySession, changes: [change('a', null, null)]};
	assert.deepEqual(doneSince(before, {...emptySession, changes: [change('a')]}), ['1 change made']);
});
