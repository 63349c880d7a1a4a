import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {pageOf} from '../../../source/prompts/plain/page-of.ts';
import {rowsText} from '../../../source/prompts/plain/unsaid.ts';
import type {WaiverRecord} from '../../../source/types/decision.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {waiver} from '../../support/decision-builders.ts';
import {picture, sizes} from '../picture.ts';
import {inside, live, openOf} from '../story.ts';
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
		const given: WaiverRecord = waiver({kind: 'control', control}, {expires});
		const session = {...openOf(inside(found)).session, waivers: [given]};
		return live(started(), openedEvent(found.target, session), ...readingEvents(found), 'list').state;
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

	test('the plain list says the same', () => {
		assert.match(
			rowsText(pageOf(state)).join('\n'),
			new RegExp(`Admin access: fail, .*waived until ${until}`),
		);
	});
});
