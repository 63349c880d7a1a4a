import assert from 'node:assert/strict';
import {test} from 'node:test';
import {callsOf} from '../../../source/report/session/calls-of.ts';
import type {Evidence} from '../../../source/types/facts.ts';
import {failed, hardenedFacts, project, read} from '../../support/facts-builders.ts';

test('each request counts, those that failed too', () => {
	assert.equal(callsOf({}), 0);
	assert.equal(callsOf({users: read({users: []}, 'GET /users'), teams: failed('denied', 'GET /teams')}), 2);
});

test('a request that answers for many facts counts once', () => {
	const same = failed('network', 'GET /me');
	assert.equal(callsOf({identity: same, users: same, teams: same, properties: same}), 1);
});

test('pages and kinds of one fact count each, though their evidence is alike', () => {
	const [page]: readonly Evidence[] = read([], 'GET /properties').evidence;
	assert.ok(page);
	const pages = {...read([]), evidence: [page, page, {...page, outcome: 'skipped'}]} as const;
	assert.equal(callsOf({properties: {...read([{project: project('1'), read: pages}]), evidence: []}}), 2);
	assert.ok(callsOf(hardenedFacts()) >= 12);
});
