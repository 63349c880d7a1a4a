import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {quickWins} from '../../../source/assessment/quick-wins.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Parked} from '../../../source/types/decision.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {
	controlOnRow,
	controlsInOrder,
	selectedControlRow,
} from '../../../source/ui/state/list/control-rows.ts';
import {picture, sizes} from '../picture.ts';
import {controlOf, inside, live, openOf, tell} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const [narrow, usual, wide] = sizes;

describe('the list of controls', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function order(state: AppState): readonly string[] {
		return controlsInOrder(state).map(({id}) => id);
	}

	function selected(state: AppState): string {
		return controlOnRow(state, selectedControlRow(state));
	}

	function waiting(until: string | null): AppState {
		const wait: Parked = {
			control: '4.1',
			click: null,
			waitingFor: makeSafe('Ben'),
			what: makeSafe('the export'),
			until,
			by: makeSafe('Ana'),
			at: new Date(now.getTime() - 2 * 86_400_000).toISOString(),
		};
		const session = {...openOf(list).session, parked: [wait]};
		return live(started(), openedEvent(found.target, session), ...readingEvents(found), 'list').state;
	}

	test('who comes back reads in how many days to look again, counted by days whatever the hour', () => {
		for (const [days, words] of [
			[1, 'in 1 day'],
			[7, 'in 7 days'],
		] as const) {
			const until = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
			const session = openOf(waiting(until)).session;
			const back = live(started(), openedEvent(found.target, session), ...readingEvents(found)).state;
			assert.match(picture(back, usual).join(' '), new RegExp(`look again ${words}`));
		}
	});

	test('s puts quick wins first and, once more, the guide’s order back; the cursor stays on its control', () => {
		const guide = order(list);
		const here = live(list, 'top', 'down').state;
		const sorted = live(here, 'sort').state;
		const quick = quickWins(openOf(list).assessment, list.controls);
		assert.deepEqual(order(sorted).slice(0, quick.length), quick);
		assert.deepEqual([...order(sorted)].toSorted(), [...guide].toSorted());
		assert.equal(selected(sorted), selected(here));
		const back = live(sorted, 'sort').state;
		assert.deepEqual(order(back), guide);
		assert.equal(selected(back), selected(here));
	});

	test('each row of the sorted list opens its own control and comes back to it', () => {
		let state = live(list, 'sort', 'top').state;
		for (const id of order(state)) {
			const opened = live(state, 'choose').state;
			assert.equal(controlOf(opened).control, id);
			const back = live(opened, 'back').state;
			assert.equal(selected(back), id);
			state = live(back, 'down').state;
		}

		assert.equal(selected(state), 'compliance');
	});

	test('the sorted list says so, keeps the numbers, and nothing in it moves by itself', () => {
		const sorted = live(list, 'sort').state;
		for (const size of sizes) {
			const lines = picture(sorted, size);
			assert.ok(
				lines.some(line => line.includes('Quick wins first')),
				`${size.columns}`,
			);
			assert.ok(lines.some(line => line.includes('2.1 Organization roles')));
		}

		const again = live(sorted, ...readingEvents(found)).state;
		assert.deepEqual(order(again), order(sorted));
	});

	test('while it is being read nothing is sorted, and it says why', () => {
		const reading = tell(started(), openedEvent(found.target), {type: 'reading_started'}, 'sort').state;
		assert.equal(reading.sorted, null);
		assert.match(reading.message ?? '', /once everything is read/);
	});

	test('another organization opens in the guide’s order', () => {
		const other = tell(live(list, 'sort').state, openedEvent({kind: 'byHand'})).state;
		assert.equal(other.sorted, null);
	});

	test('Next says why it is next, and what waits comes after what does not', () => {
		const words = (state: AppState) => picture(state, usual).join(' ').replaceAll(/\s+/g, ' ');
		assert.match(
			words(list),
			/Next: 4\.1 Activity logs — an export keeps the evidence .* \(0 of 3 decided\)\./,
		);
		assert.match(words(waiting(null)), /Next: 2\.3 Admin access — two safe Owners come before/);
		assert.match(words(waiting('2026-12-24')), /Next: 2\.3/);
		assert.match(words(waiting('2026-11-23')), /Next: 4\.1/);
		assert.match(words(waiting(null)), /4\.1 Activity logs … waiting for Ben, since Sun/);
	});

	test('where there is room the selected control is told beside the list', () => {
		const state = live(list, 'top', ...Array.from({length: 5}, () => 'down' as const)).state;
		const all = picture(state, wide).join(' ').replaceAll(/\s+/g, ' ');
		assert.match(all, /2\.3 Limit Admin Access/);
		assert.match(all, /✖ fail · verified/);
		assert.match(all, /Decided \d of \d rules/);
		assert.match(all, /Time 20 min \(our estimate\)/);
		assert.match(all, /Next Enter opens Gap/);
		assert.match(picture(waiting(null), wide).join(' '), /2\.3 Limit Admin Access/);
		const waits = live(waiting(null), 'bottom', 'up', 'up').state;
		assert.match(
			picture(waits, wide).join(' ').replaceAll(/\s+/g, ' '),
			/Waits 4\.1 waits for Ben: the export/,
		);
		for (const rows of [20, 24, 40]) {
			assert.ok(!picture(state, {columns: 120, rows}).some(line => line.includes('space shows more')));
		}

		assert.ok(!picture(state, narrow).some(line => line.includes('Decided')));
	});

	test('what is next stays in sight wherever the cursor is, and what lies out of sight is named', () => {
		let state: AppState = {...live(list, 'sort', 'sort', 'top').state, ...narrow};
		for (let row = 0; row < 11; row += 1) {
			const lines = picture(state, narrow);
			const next = lines.findIndex(line => line.startsWith(' Next: 4.1 Activity logs'));
			assert.ok(next > 0, `row ${row}`);
			assert.ok(lines.findIndex(line => line.startsWith(' ❯ ')) < next, `row ${row}`);
			const sides = [lines.find(line => / above$/.test(line)), lines.find(line => / below$/.test(line))];
			for (const id of order(state)) {
				const isSeen = lines.some(line => !sides.includes(line) && line.slice(3).startsWith(`${id} `));
				assert.equal(isSeen, !sides.some(side => side?.includes(id) === true), `${id} at row ${row}`);
			}

			state = live(state, 'down').state;
		}

		assert.match(picture(list, narrow)[2] ?? '', /↑ 1\.1, 1\.2, 1\.3 above/);
		assert.match(picture(live(list, 'top').state, narrow).join('\n'), /↓ 4\.1, 5, \+ below\n Next: /);
		assert.doesNotMatch(picture(list, usual).join('\n'), / above| below/);
	});

	test('the unit of the figure is said, and what counts stands in the help', () => {
		for (const size of sizes) {
			assert.match(picture(list, size)[1] ?? '', / L1 +1 of 27 rules decided /);
		}

		const help = picture(live(list, 'help', 'bottom').state, {columns: 80, rows: 60})
			.join(' ')
			.replaceAll(/\s+/g, ' ');
		assert.match(
			help,
			/decided A required rule of the level that passes.* What fails or could not be read stays open/,
		);
	});

	test('the answers about the organization are asked for while there are none, and only then', () => {
		const hint = /A answers plan and SSO, which shape the steps/;
		for (const size of sizes) {
			assert.match(picture(list, size).join('\n'), hint);
		}

		const session = {...openOf(list).session};
		const answered = {...session, profile: {...session.profile, plan: 'growth'}} as const;
		for (const event of [openedEvent(found.target, answered), openedEvent(found.target, session, 'Held.')]) {
			const state = live(started(), event, ...readingEvents(found), 'list').state;
			assert.doesNotMatch(picture(state, usual).join('\n'), hint);
		}
	});

	test('whose figure a time is can be told', () => {
		const lines = picture(live(list, 'top').state, usual);
		assert.ok(lines.some(line => line.endsWith('~ our estimate')));
		assert.ok(lines.some(line => /1\.1 SAML.* 1–2 h$/.test(line)));
		assert.ok(lines.some(line => /1\.2 Two-factor.*~10 min$/.test(line)));
	});
});
