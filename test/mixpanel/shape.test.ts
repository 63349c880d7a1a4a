import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isFieldName} from '../../source/mixpanel/field-words.ts';
import {createShapeBuilder} from '../../source/mixpanel/shape.ts';
import type {Shape} from '../../source/types/shape.ts';

function shapeOf(...values: readonly unknown[]): Shape {
	const {add, shape} = createShapeBuilder();
	for (const value of values) {
		add(value);
	}

	return shape();
}

test('a shape has the keys and types of all rows, and says which keys are not in each', () => {
	assert.deepEqual(
		shapeOf({
			results: [
				{id: 1, name: 'Ana', role: null},
				{id: 2, name: 'Ben', email: 'b@acme.example'},
			],
		}),
		{results: [{'email?': 'string', id: 'number', name: 'string', 'role?': 'null'}]},
	);
	assert.deepEqual(shapeOf({id: '9007199254740993', users: []}, {id: 3, users: [null, true]}), {
		id: 'long number|number',
		users: ['boolean|null'],
	});
	assert.deepEqual(shapeOf([{id: 1}], {id: 1}), {'<either>': [[{id: 'number'}], {id: 'number'}]});
	assert.deepEqual(shapeOf('Acme'), 'string');
});

test('keys that may be data are never shown', () => {
	assert.deepEqual(
		shapeOf({
			'ana@acme.example': {role: 'owner'},
			'7654321': {role: 'admin', name: 'x'},
			Acme: {role: null},
			$email: 1,
			ana: true,
			Team: true,
			'': false,
		}),
		{'<other>': {'<either>': ['boolean|number', {'name?': 'string', role: 'null|string'}]}},
	);
	for (const name of [
		'is_two_factor_required',
		'lastUsed',
		'has2fa',
		'org_role',
		'2fa_enabled',
		'member_count',
	]) {
		assert.equal(isFieldName(name), name !== 'has2fa', name);
	}
});

test('no text and no number of any value comes out, however deep or odd it is', () => {
	fc.assert(
		fc.property(fc.jsonValue({maxDepth: 6}), fc.string({minLength: 1}), (value, name) => {
			const canary = `canary${name}`;
			const text = JSON.stringify(shapeOf({results: [value, {[canary]: canary, id: 471_147_114}]}));
			assert.ok(!text.includes('canary'));
			assert.ok(!text.includes('471147114'));
			for (const word of text.match(/[\w$]+/g) ?? []) {
				assert.ok(
					isFieldName(word) || /^(?:string|number|boolean|null|long|other|either|more)$/.test(word),
					word,
				);
			}
		}),
	);
});

test('a nesting without end and a list without end come to one', () => {
	let deep: unknown = 'x';
	for (let level = 0; level < 1000; level += 1) {
		deep = [deep];
	}

	assert.match(JSON.stringify(shapeOf(deep)), /^\[{12}"more"\]{12}$/);
	assert.deepEqual(shapeOf(Array.from({length: 300_000}, () => [1])), [{'<either>': ['more', ['number']]}]);
});
