import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openEnvelope} from '../../source/mixpanel/envelope.ts';

for (const [what, body, kind] of [
	['results', {status: 'ok', results: [1]}, 'value'],
	['a body without an envelope', [1], 'value'],
	['a total that is reached', {results: [1], total: 1, next: null}, 'value'],
	['a total beyond the rows', {results: [1], total: 2}, 'unknown_paging'],
	['a total as text', {results: [1], total: '12'}, 'unknown_paging'],
	[
		'a next page in words we do not know',
		{results: [1], next: 'https://eu.mixpanel.com/x'},
		'unknown_paging',
	],
	['a sign of more', {results: [1], has_more: true}, 'unknown_paging'],
	['a map with a sign of more beside it', {results: {1: {}}, has_more: true}, 'unknown_paging'],
	['a map with a total beyond it', {results: {1: {}}, total: 2}, 'unknown_paging'],
	['a map with its total', {results: {1: {}, 2: {}}, total: 2}, 'value'],
	['a list in a wrapper with a total beyond it', {results: {users: [1]}, total: 2}, 'unknown_paging'],
	['a list in a wrapper with its total', {results: {users: [1, 2]}, total: 2}, 'value'],
	['a sign of more without an envelope', {projects: {}, has_more: true}, 'unknown_paging'],
	['a number without an envelope', {enabled: true, count: 9}, 'value'],
	['an error status', {status: 'error', results: [1]}, 'error'],
	['an error without a status', {error: 'not in your plan', enabled: true}, 'error'],
	['an error that is empty', {error: null, enabled: true}, 'value'],
	['an error beside results', {results: [1], error: null}, 'value'],
] as const) {
	test(`${what} opens as ${kind}`, () => {
		assert.equal(openEnvelope(body).kind, kind);
	});
}
