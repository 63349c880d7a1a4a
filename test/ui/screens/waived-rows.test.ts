import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {pageOf} from '../../../source/prompts/plain/page-of.ts';
import {rowsText} from '../../../source/prompts/plain/unsaid.ts';
import type {WaiverRecord} from '../../../source/types/decision.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {waiver} from '../../support/decision-builders.ts';
import {picture, sizes} from '../picture.ts';
import {controlOf, inside, live, openOf} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const until = '2027-02-01';
const [narrow] = sizes;

describe('what is waived, in every size', () => {
	let found: Found;
	let state: AppState;
	before(async () => {
		found = await readOrganization('startup');
		state = withWaiver(until);
	});

	function withWaiver(expires: string, control: '2.3' | '3.1' = '2.3'): AppState {
		return withRecords([waiver({kind: 'control', control}, {expires})]);
	}

	function withRecords(waivers: readonly WaiverRecord[]): AppState {
		const session = {...openOf(inside(found)).session, waivers};
		return live(started(), openedEvent(found.target, session), ...readingEvents(found), 'list').state;
	}

	function atGap(list: AppState): AppState {
		const row = list.controls.findIndex(({id}) => id === '2.3');
		let gap = live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		for (let step = 0; step < 3 && controlOf(gap).stage !== 'gap'; step += 1) {
			gap = live(gap, 'next_stage').state;
		}

		return gap;
	}

	test('the list keeps what was measured and until when, at every level', () => {
		for (const level of ['L1', 'L2']) {
			const list = level === 'L1' ? state : live(state, 'level').state;
			for (const size of sizes) {
				const row = picture(list, size).find(line => line.includes('2.3 Admin access')) ?? '';
				assert.match(row, new RegExp(`✖ (?:fail +)?waived until ${until}`), `${size.columns}: ${row}`);
			}
		}

		const soon = picture(withWaiver('2026-12-04'), narrow).find(line => line.includes('2.3 Admin access'));
		assert.match(soon ?? '', /✖ (?:fail +)?waived, ends in 10 days/);
	});

	test('a rule that is waived says so in Gap, in every size', () => {
		const given: WaiverRecord = waiver('owner-count', {expires: until});
		for (const size of sizes) {
			const gap = {...atGap(withRecords([given])), ...size};
			const rows = picture(gap, size).slice(4).join(' ').replaceAll(/\s+/g, ' ');
			assert.match(rows, new RegExp(`not too many .*waived until ${until} · 4 Owners`), rows);
		}
	});

	test('a control with rules that nobody has looked at is not called waived for those that are', () => {
		const result = openOf(inside(found)).assessment.controls.find(({id}) => id === '2.3');
		const failing = result?.rules.filter(({status}) => status === 'fail') ?? [];
		assert.ok(result?.rules.some(({required, status}) => required && status === 'manual'));
		const list = withRecords(failing.map(({id}) => waiver(id, {expires: until})));
		for (const size of sizes) {
			const row = picture(list, size).find(line => line.includes('2.3 Admin access')) ?? '';
			assert.match(row, /✖ fail +waived · 3 open/, row);
		}
	});

	test('section 5 says of a control that it is waived, its day whole', () => {
		for (const size of sizes) {
			let place: AppState = {
				...live(withWaiver(until, '3.1'), 'bottom', 'up', 'choose', 'top').state,
				...size,
			};
			let seen = '';
			for (let part = 0; part < 8; part += 1) {
				seen += `${picture(place, size).join('\n')}\n`;
				place = live(place, 'more').state;
			}

			assert.match(seen, / {2}waived until 2027-02-01(?:\n|$)/, `${size.columns}`);
		}
	});

	test('among the waivers the rule, its day and the reason stand whole', () => {
		const list = withWaiver(until, '3.1');
		for (const size of sizes) {
			const lines = picture(live(list, 'waivers').state, size);
			assert.ok(
				lines.some(line => / ❯ ✔ 3\.1 all of Service accounts +until 2027-02-01/.test(line)),
				lines.join('\n'),
			);
			assert.match(lines.join(' ').replaceAll(/\s+/g, ' '), /Accepted risk: the migration ends in spring/);
		}
	});

	test('the gap and the clicks say which rule is waived', () => {
		const session = {
			...openOf(inside(found)).session,
			waivers: [waiver('owner-count', {expires: until, owner: 'Ana'})],
		};
		const list = live(started(), openedEvent(found.target, session), ...readingEvents(found), 'list').state;
		const row = list.controls.findIndex(({id}) => id === '2.3');
		const down = Array.from({length: row}, () => 'down' as const);
		let gap = live(list, 'top', ...down, 'choose').state;
		for (let turn = 0; turn < 5 && controlOf(gap).stage !== 'gap'; turn += 1) {
			gap = live(gap, 'next_stage').state;
		}

		for (const size of sizes) {
			const seen = picture({...gap, ...size}, size)
				.join(' ')
				.replaceAll(/\s+/g, ' ');
			assert.ok(seen.includes(`waived until ${until} · 4 Owners`), seen);
			assert.doesNotMatch(seen, /Ana; Ana/);
		}

		const clicks = picture(
			{...live(gap, 'next_stage').state, columns: 120, rows: 40},
			{columns: 120, rows: 40},
		);
		assert.ok(
			clicks.some(line => /fail +There are enough Owners.* waived/.test(line)),
			clicks.join('\n'),
		);
	});

	test('the plain list says the same', () => {
		assert.match(
			rowsText(pageOf(state)).join('\n'),
			new RegExp(`Admin access: fail, .*waived until ${until}`),
		);
	});
});
