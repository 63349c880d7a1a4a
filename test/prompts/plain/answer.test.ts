import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {actionsIn} from '../../../source/prompts/plain/actions.ts';
import {answerOf} from '../../../source/prompts/plain/answer.ts';
import {noRows, numbered} from '../../../source/prompts/plain/page.ts';
import {contexts} from '../../../source/ui/keys/bindings.ts';

const three = numbered(['one', 'two', 'three'], text => ({text}));

describe('what a typed line asks for', () => {
	test('nothing that can be answered in one place means two things', () => {
		for (const context of contexts) {
			const typed = actionsIn(context).map(action => action.typed);
			assert.equal(new Set(typed).size, typed.length, `${context}: ${typed.join(' ')}`);
			for (const each of typed) {
				assert.doesNotMatch(each, /^([1-9]|\d.+|[?+-]|again|list|next|previous)$/, context);
			}
		}
	});

	test('every letter of the table of keys means the same here', () => {
		assert.deepEqual(answerOf('a', 'gap', noRows), {kind: 'command', command: 'attest'});
		assert.deepEqual(answerOf('A', 'controls', noRows), {kind: 'command', command: 'about'});
		assert.deepEqual(answerOf('M', 'controls', noRows), {kind: 'command', command: 'mend'});
		assert.deepEqual(answerOf('m', 'controls', noRows), {kind: 'unknown'});
		assert.deepEqual(answerOf('0', 'gap', three), {kind: 'command', command: 'back'});
	});

	test('words stand for acts and stages, in any case', () => {
		assert.deepEqual(answerOf(' Hand over ', 'act', noRows), {kind: 'command', command: 'hand_over'});
		assert.deepEqual(answerOf('done', 'act', noRows), {kind: 'command', command: 'tick'});
		assert.deepEqual(answerOf('GAP', 'learn', noRows), {kind: 'stage', stage: 'gap'});
		assert.deepEqual(answerOf('gap', 'controls', noRows), {kind: 'unknown'});
	});

	test('several rows are named at once where rows can be marked, and nowhere else', () => {
		for (const context of ['rows', 'findings'] as const) {
			assert.deepEqual(answerOf('1,3', context, three), {kind: 'rows', rows: [0, 2]});
			assert.deepEqual(answerOf('1-3', context, three), {kind: 'rows', rows: [0, 1, 2]});
			assert.deepEqual(answerOf('1-4', context, three), {kind: 'unknown'});
		}

		assert.deepEqual(answerOf('1,3', 'gap', three), {kind: 'unknown'});
	});

	test('a row is named by its key, one beyond the last is none', () => {
		assert.deepEqual(answerOf('3', 'gap', three), {kind: 'row', row: 2});
		assert.deepEqual(answerOf('4', 'gap', three), {kind: 'unknown'});
		assert.deepEqual(answerOf('03', 'gap', three), {kind: 'unknown'});
		const ids = {length: 2, at: (index: number) => ({key: ['1.1', '5'][index] ?? '', text: ''})};
		assert.deepEqual(answerOf('5', 'controls', ids), {kind: 'row', row: 1});
		assert.deepEqual(answerOf('1', 'controls', ids), {kind: 'unknown'});
		assert.deepEqual(answerOf('+', 'act', three), {kind: 'step', by: 1});
	});

	test('a row among twenty thousand is found without looking at all of them', () => {
		let looked = 0;
		const many = {
			length: 20_000,
			at(index: number) {
				looked += 1;
				return {key: String(index + 1), text: ''};
			},
		};
		assert.deepEqual(answerOf('19999', 'gap', many), {kind: 'row', row: 19_998});
		assert.deepEqual(answerOf('nobody', 'gap', many), {kind: 'unknown'});
		assert.ok(looked < 10);
	});

	test('any line gives an answer', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'binary', maxLength: 20}),
				fc.constantFrom(...contexts),
				fc.boolean(),
				(line, context, hasRows) => {
					const answer = answerOf(line, context, hasRows ? three : noRows);
					assert.ok(answer.kind !== 'row' || answer.row < 3);
				},
			),
		);
	});
});
