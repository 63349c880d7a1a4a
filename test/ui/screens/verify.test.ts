import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {controlOf, inside, live, tell, typed} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const [, usual, wide] = sizes;

describe('stage Verify', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function verify(id: string, from = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		let state = live(from, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		while (controlOf(state).stage !== 'verify') {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	/** Everything the text holds, page by page, as one text. */
	function words(state: AppState, size: Size): string {
		let page = live({...state, ...size}).state;
		const seen: string[] = [];
		for (let step = 0; step < 12; step += 1) {
			seen.push(...picture(page, size));
			page = live(page, 'page_down').state;
		}

		return seen.join(' ').replaceAll(/\s+/g, ' ');
	}

	/** The first owner who is one too many has become a Member. */
	function mended(): Found {
		const {users} = found.facts;
		assert.ok(users?.outcome === 'ok');
		const owner = users.value.users.findIndex(({role}) => role === 'owner');
		const changed = users.value.users.map((user, index) =>
			index === owner ? {...user, role: 'member' as const} : user,
		);
		return {...found, facts: {...found.facts, users: {...users, value: {users: changed}}}};
	}

	test('it shows how each rule is recorded, how to see it by hand and what would put it in doubt', () => {
		for (const size of sizes) {
			const all = words(verify('3.1'), size);
			for (const text of [
				'How it is recorded',
				'Every account expires, and soon enough',
				'verified',
				'not decided',
				'This is the first assessment that is kept',
				'See it by hand',
				'What would put it in doubt',
			]) {
				assert.ok(all.includes(text), `${text} at ${size.columns}`);
			}
		}
	});

	test('after clicks and a new reading it shows what was and what is', () => {
		const {state} = live(verify('2.3'), ...readingEvents(mended()));
		for (const size of sizes) {
			const all = words(state, size);
			assert.match(all, /was ✖ fail · verified/);
			assert.match(all, /Changed at Mixpanel since the last assessment, just now/);
			assert.match(all, /~ \S+@\S+ (is|became).*Member/);
		}
	});

	test('a new reading moves no line that it does not change', () => {
		const state = verify('2.3');
		const first = picture(state, usual);
		const [begin] = readingEvents(found);
		assert.ok(begin !== undefined);
		const reading = picture(tell(state, begin).state, usual);
		for (const [index, line] of first.entries()) {
			const title = /[✔✖○?–] (\S.{10})/.exec(line)?.[1];
			if (title !== undefined) {
				assert.ok(reading[index]?.includes(title), `${title} in ${reading[index]}`);
			}
		}
	});

	test('a word is shown with its day and how long it holds', () => {
		const said = live(
			verify('4.1'),
			'attest',
			typed('y'),
			'accept',
			typed('Export ran on Monday.'),
			'accept',
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		).state;
		for (const size of sizes) {
			const all = words(said, size);
			assert.match(all, /said by Ana on 2026-11-24, until 2026-12-24/);
			assert.match(all, /2026-12-24 .*the word on it holds until then/);
		}
	});

	test('by hand it says that nothing can be compared, and by what it is seen', () => {
		const byHand = live(started(), openedEvent({kind: 'byHand'})).state;
		const all = words(verify('3.1', byHand), usual);
		assert.match(all, /Without a key nothing is read/);
		assert.match(all, /See it by hand/);
	});

	test('where there is room the lasting part stands beside what changes', () => {
		const lines = picture(verify('3.1'), wide);
		assert.ok(lines.some(line => /How it is recorded +See it by hand/.test(line)));
	});

	test('the bar of stages is as wide in each of them', () => {
		for (const size of sizes) {
			let state = verify('3.1');
			const bars = new Set<string>();
			for (let step = 0; step < 5; step += 1) {
				bars.add((picture(state, size)[1] ?? '').slice(0, 36));
				state = live(state, 'next_stage').state;
			}

			assert.deepEqual([...bars], [' Learn ─ Check ─ Gap ─ Act ─ Verify ']);
		}
	});
});
