import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {askForm} from '../../../source/prompts/plain/ask-form.ts';
import type {Journey} from '../../../source/prompts/plain/journey.ts';
import {createNarrator} from '../../../source/prompts/plain/narrator.ts';
import type {SessionEvent} from '../../../source/types/session.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import type {Form} from '../../../source/ui/state/forms/form.ts';
import {createStore} from '../../../source/ui/store.ts';
import {inside, live, type Move, recorded, tell, typed} from '../../ui/story.ts';
import {type Found, now, readOrganization} from '../../ui/world.ts';
import {type ScriptedAsker, scriptedAsker} from './scripted-asker.ts';

let found: Found;

before(async () => {
	found = await readOrganization('startup');
});

/** The form that `moves` open, asked by a person with these answers. */
async function ask(
	moves: readonly Move[],
	answers: readonly (string | null)[],
	from: AppState = inside(found, 80, 1_000_000),
): Promise<{
	readonly asker: ScriptedAsker;
	readonly how: 'asked' | null;
	readonly events: readonly SessionEvent[];
	readonly form: Form | null;
}> {
	const asker = scriptedAsker(answers);
	const events: SessionEvent[] = [];
	const {state} = tell(from, ...moves);
	const store = createStore(
		state,
		() => now,
		effect => void events.push(...recorded({state, effects: [effect]})),
	);
	const journey: Journey = {
		store,
		asker,
		narrator: createNarrator(store),
		recorded: async () => undefined,
		left: new Promise(() => undefined),
		hasLeft: () => false,
	};
	assert.ok(state.form !== null);
	const how = await askForm(journey, state.form);
	return {asker, how, events, form: store.get().form};
}

/** Control 4.1, its first rule. */
const attesting: readonly Move[] = [
	{type: 'row_chosen', row: 8},
	'choose',
	{type: 'command', command: 'attest'},
];

const accepts = (count: number): readonly Move[] => Array.from({length: count}, () => 'accept');

describe('a form as questions', () => {
	test('one question a field, and the same record as on the screen', async () => {
		const {events, asker} = await ask(attesting, ['2', 'no export at all', '', '', 'Ana']);
		assert.deepEqual(asker.left(), []);
		const [named, attested] = events.filter(({type}) => type !== 'place_moved');
		assert.deepEqual(named, {type: 'person_named', name: 'Ana'});
		assert.ok(attested?.type === 'rule_attested');
		const {rule, status, seen, observedOn, by} = attested.attestation;
		assert.deepEqual(
			{rule, status, seen, observedOn, by},
			{
				rule: 'audit-log-exported',
				status: 'fail',
				seen: 'no export at all',
				observedOn: '2026-11-24',
				by: 'Ana',
			},
		);
	});

	test('a choice that nobody made is asked for until it is made', async () => {
		const {asker, events} = await ask(attesting, ['', '7', 'yes', 'seen', '', '', 'Ana']);
		assert.equal(asker.said().filter(line => line === 'Answer with a number from 1 to 3.').length, 2);
		assert.ok(events.some(event => event.type === 'rule_attested' && event.attestation.status === 'pass'));
	});

	test('what stands in the way is said, and nothing is recorded', async () => {
		const {events, form} = await ask(attesting, ['1', '', '', '', 'Ana']);
		assert.ok(!events.some(({type}) => type === 'rule_attested'));
		assert.match(form?.problem ?? '', /Write what you saw/);
	});

	test('0 leaves without a record, also when words were typed', async () => {
		const {events, form, how} = await ask(attesting, ['1', 'half a thought', '0', 'y']);
		assert.equal(how, 'asked');
		assert.equal(form, null);
		assert.ok(!events.some(({type}) => type === 'rule_attested'));
	});

	test('a zero can be an answer', async () => {
		const {events} = await ask(attesting, ['1', '0', 'n', '', '', 'Ana']);
		assert.ok(events.some(event => event.type === 'rule_attested' && event.attestation.seen === '0'));
	});

	test('broken off, nothing is recorded', async () => {
		const {events, how} = await ask(attesting, ['1', null]);
		assert.equal(how, null);
		assert.ok(!events.some(({type}) => type === 'rule_attested'));
	});

	test('what is worth writing and what an answer is used for stand before their question', async () => {
		const {asker} = await ask(attesting, ['1', 'On Monday.', '', '', 'Ana']);
		const said = asker.said();
		const at = (words: RegExp): number => said.findIndex(line => words.test(line));
		assert.ok(at(/^In your words: the day of the export/) < at(/^What you saw/));
		assert.ok(at(/^In your words: the day of the export/) > at(/^Your answer/));
	});

	test('after a yes the clicks that are not ticked are counted', async () => {
		const remark = /2 of 2 clicks of this question are not ticked/;
		const yes = await ask(attesting, ['1', 'On Monday.', '', '', 'Ana']);
		assert.equal(yes.asker.said().filter(line => remark.test(line)).length, 1);
		const no = await ask(attesting, ['2', 'No export.', '', '', 'Ana']);
		assert.ok(!no.asker.said().some(line => remark.test(line)));
	});

	test('a known name is said, with where another is given', async () => {
		const named = live(inside(found), ...attesting, typed('n'), ...accepts(4), typed('Ana'), 'accept').state;
		const {asker} = await ask([{type: 'command', command: 'attest'}], ['0'], named);
		assert.ok(asker.said().some(line => /Recorded as Ana\. A in the list of controls/.test(line)));
	});
});
