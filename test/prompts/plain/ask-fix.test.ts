import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {askFix} from '../../../source/prompts/plain/ask-fix.ts';
import {createNarrator} from '../../../source/prompts/plain/narrator.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Resource} from '../../../source/types/resource.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import type {Effect} from '../../../source/ui/state/effect.ts';
import {createStore} from '../../../source/ui/store.ts';
import {inside} from '../../ui/story.ts';
import {type Found, now, readOrganization} from '../../ui/world.ts';
import {scriptedAsker} from './scripted-asker.ts';

let found: Found;

before(async () => {
	found = await readOrganization('startup');
});

const resources = ['a', 'b', 'c', 'd'].map(
	(name): Resource => ({type: 'property', id: `1:event:${name}`, name: makeSafe(name)}),
);

/** The names that are planned for, after a person answered which are to be classified. */
async function chooseAmong(
	chosen: readonly string[],
	limit: number | null,
	answers: readonly (string | null)[],
): Promise<{readonly planned: readonly string[] | null; readonly state: AppState}> {
	const effects: Effect[] = [];
	const store = createStore(
		{
			...inside(found, 80, 1_000_000),
			fix: {
				kind: 'choosing',
				resources,
				chosen: new Set(chosen.map(name => `1:event:${name}`)),
				row: 0,
				limit,
				since: null,
			},
		},
		() => now,
		effect => void effects.push(effect),
	);
	const {fix} = store.get();
	assert.ok(fix !== null);
	await askFix(
		{
			store,
			asker: scriptedAsker(answers),
			narrator: createNarrator(store),
			recorded: async () => undefined,
			left: new Promise(() => undefined),
			hasLeft: () => false,
		},
		fix,
	);
	const plan = effects.find(({type}) => type === 'plan_fix');
	return {
		planned: plan?.type === 'plan_fix' ? plan.resources.map(({name}) => name) : null,
		state: store.get(),
	};
}

describe('which are to be classified', () => {
	test('those named by number, and the first for an empty answer', async () => {
		assert.deepEqual((await chooseAmong([], null, ['2, 4'])).planned, ['b', 'd']);
		assert.deepEqual((await chooseAmong([], null, [''])).planned, ['a']);
	});

	test('what was chosen before the confirmation is not chosen again by itself', async () => {
		assert.deepEqual((await chooseAmong(['a', 'b'], null, ['1'])).planned, ['a']);
		assert.deepEqual((await chooseAmong(['a', 'b'], null, ['2 3'])).planned, ['b', 'c']);
		assert.deepEqual((await chooseAmong(['a'], 1, ['3'])).planned, ['c']);
		assert.deepEqual((await chooseAmong(['a'], 1, ['1'])).planned, ['a']);
	});

	test('more than allowed, and what is not there, is asked again', async () => {
		assert.deepEqual((await chooseAmong([], 1, ['1 2', '9', 'all', '4'])).planned, ['d']);
	});

	test('0 leaves, and breaking off plans nothing', async () => {
		const left = await chooseAmong(['a'], null, ['0']);
		assert.equal(left.planned, null);
		assert.equal(left.state.fix, null);
		assert.equal((await chooseAmong(['a'], null, [null])).planned, null);
	});
});
