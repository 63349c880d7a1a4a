import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {rescueSheet} from '../../../source/report/rescue-sheet.ts';
import {emptySession} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {ControlId} from '../../../source/types/control.ts';
import type {SessionState} from '../../../source/types/session.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {inside, live, openOf} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, seasoned, started} from '../world.ts';

const [narrow, usual, wide] = sizes;
const by = makeSafe('Ana');

describe('stage Act on screen', () => {
	let found: Found;
	before(async () => {
		found = await readOrganization('startup');
	});

	function opened(session: SessionState = seasoned): AppState {
		return live(started(), openedEvent(found.target, session), ...readingEvents(found), 'list').state;
	}

	function at(id: ControlId, from: AppState = inside(found)): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		return live(from, {type: 'row_chosen', row}, 'choose', 'clicks').state;
	}

	function on(click: string, from?: AppState): AppState {
		const id = click.slice(0, 3);
		const state = from === undefined ? at(asControl(id)) : at(asControl(id), from);
		const control = state.controls.find(each => each.id === id);
		assert.ok(control !== undefined);
		const row = actRows(control).findIndex(each => each.kind === 'click' && each.click.id === click);
		return live(state, {type: 'row_chosen', row}).state;
	}

	function asControl(id: string): ControlId {
		const control = inside(found).controls.find(each => each.id === id);
		assert.ok(control !== undefined);
		return control.id;
	}

	function words(state: AppState, size: Size): string {
		return picture(state, size).join('\n').replaceAll(/\s+/g, ' ');
	}

	/** Everything that comes into sight while the selected row is scrolled within itself. */
	function allOf(state: AppState, size: Size): string {
		const pages: string[] = [];
		let shown: AppState = {...state, ...size};
		const row = 'row' in shown.screen ? shown.screen.row : null;
		for (let step = 0; step < 12; step += 1) {
			pages.push(words(shown, size));
			const next = live(shown, 'down').state;
			if ('row' in next.screen && next.screen.row !== row) {
				break;
			}

			shown = next;
		}

		return pages.join(' ');
	}

	test('says which step it is, who may do it, and whether the person is one of them', () => {
		const admin = (role: 'admin' | 'member'): AppState =>
			on('1.1.C5', opened({...seasoned, profile: {...seasoned.profile, role}}));
		for (const size of sizes) {
			assert.match(words(admin('admin'), size), /step 5 of 13 · 0 of 13 ticked You: Admin ✔/);
			assert.match(words(admin('admin'), size), /Organization Owner or Admin · Growth or higher/);
			assert.match(words(admin('member'), size), /you are Member: e hands over/);
		}
	});

	test('a lock-out risk is marked in the list, and its proofs stand as read or open', () => {
		for (const size of sizes) {
			const seen = allOf(on('1.1.C9'), size);
			assert.match(seen, /Can lock people out\./);
			assert.match(seen, /✔ There is another Owner, who can take it (?:.*)?back\./);
			assert.match(seen, /○ A pilot got in/);
		}

		assert.match(words(on('1.1.C8'), wide), /○ 9 .*lock-out risk/);
	});

	test('what waits and what differs stands at its step, and a wait that is over says so', () => {
		const session = (until: string): SessionState => ({
			...seasoned,
			parked: [
				{
					control: '1.1',
					click: '1.1.C4',
					waitingFor: makeSafe('Ben'),
					what: makeSafe('the record'),
					until,
					by,
					at: '2026-11-22T10:00:00.000Z',
				},
			],
			discrepancies: [
				{click: '1.1.C4', seen: makeSafe('the row is grey'), by, at: '2026-11-23T10:00:00.000Z'},
			],
		});
		for (const size of sizes) {
			const waiting = allOf(on('1.1.C4', opened(session('2026-12-01'))), size);
			assert.match(waiting, /Waits for Ben: the record/);
			assert.match(waiting, /“the row is grey”/);
			assert.match(allOf(on('1.1.C4', opened(session('2026-11-24'))), size), /The wait is over/);
		}

		const beside = words(on('1.1.C5', opened(session('2026-12-01'))), wide);
		assert.match(beside, /… 4 .*waits for Ben/);
		assert.match(words(on('1.1.C5', opened(session('2026-11-24'))), wide), /… 4 .*look again/);
		const list = (until: string): string => words(opened(session(until)), usual);
		assert.match(list('2026-12-01'), /1\.1 SAML.*waiting for Ben, since Sun/);
		assert.match(list('2026-11-24'), /1\.1 SAML.*look again: the wait for Ben is over/);
	});

	test('the values carry the names of the answered identity provider', () => {
		const okta = opened({...seasoned, profile: {...seasoned.profile, idp: 'okta'}});
		for (const size of sizes) {
			const seen = allOf(on('1.1.C6', okta), size);
			assert.match(seen, /In Okta y chooses one to copy/);
			assert.match(seen, /Single sign on URL/);
			assert.match(seen, /org_id=4340997/);
			assert.doesNotMatch(seen, /Reply URL/);
		}

		assert.match(words(live(on('1.1.C6', okta), 'copy_value').state, narrow), /❯ Single sign on URL/);
	});

	test('beside the list all that is said of a click can be seen', () => {
		for (const control of inside(found).controls) {
			for (const row of actRows(control)) {
				if (row.kind !== 'click') {
					continue;
				}

				let state: AppState = {...on(row.click.id), ...wide};
				const seen: string[] = [];
				for (let step = 0; step < 4; step += 1) {
					seen.push(...picture(state, wide).map(line => line.slice(69)));
					state = live(state, 'down').state;
				}

				const beside = seen.join('').replaceAll(' ', '');
				for (const text of [
					row.click.action,
					row.click.seenWhen,
					row.click.undo ?? '',
					row.click.url ?? '',
				]) {
					assert.ok(beside.includes(text.replaceAll(' ', '').slice(-10)), `${row.click.id}: ${text}`);
				}
			}
		}
	});

	test('the rescue sheet comes first, names the Owners, and can be read to its end at every size', () => {
		const fresh = opened(emptySession);
		for (const size of sizes) {
			let state: AppState = {...at('1.1', fresh), ...size};
			assert.match(words(state, size), /Rescue sheet · 1\.1 SAML single sign-on/);
			const seen: string[] = [];
			for (let step = 0; step < 30; step += 1) {
				seen.push(...picture(state, size));
				state = live(state, 'page_down').state;
			}

			const read = seen.join(' ').replaceAll(/\s+/g, '');
			const control = fresh.controls.find(({id}) => id === '1.1');
			assert.ok(control !== undefined);
			const sheet = rescueSheet({facts: openOf(fresh).facts, target: found.target, control});
			for (const line of sheet.split('\n').filter(part => part.startsWith('  - '))) {
				const [first = '', ...rest] = line.slice(4).split(' ');
				assert.ok(read.includes(first), line);
				assert.ok(read.includes(rest.at(-1) ?? ''), line);
			}

			assert.match(read, /BilalLopez,bilal@harbour\.example/);
		}
	});

	test('the questions at the end show the verdict, the question and how to answer', () => {
		const last = (size: Size): AppState => live({...at('1.1'), ...size}, 'bottom').state;
		for (const size of sizes) {
			const seen = allOf(last(size), size);
			assert.match(seen, /question 9 of 9/);
			assert.match(seen, /Do all addresses under Users/);
			assert.match(seen, /enter: answer/);
		}
	});
});
