import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {Profile} from '../../../source/types/profile.ts';
import type {Stage} from '../../../source/types/session.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {controlOf, inside, live, openOf} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const [, usual, wide] = sizes;

describe('Learn, Check and Gap', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function at(id: string, stage: Stage, from = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		let state = live(from, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		while (controlOf(state).stage !== stage) {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	function answered(profile: Partial<Profile>): AppState {
		const {session} = openOf(list);
		return live(
			started(),
			openedEvent(found.target, {...session, profile: {...session.profile, ...profile}}),
			...readingEvents(found),
			'list',
		).state;
	}

	/** Everything a text holds, page by page, as one text. */
	function words(state: AppState, size: Size): string {
		let page = live({...state, ...size}, 'top').state;
		const seen: string[] = [];
		for (let step = 0; step < 40; step += 1) {
			seen.push(...picture(page, size));
			page = live(page, 'page_down').state;
		}

		return seen.join(' ').replaceAll(/\s+/g, ' ');
	}

	test('Learn says of each prerequisite whether it was read, said, is lacking or open', () => {
		for (const size of sizes) {
			assert.match(words(at('3.1', 'learn'), size), /✔ read Organization Owner or Admin/);
			assert.match(words(at('1.1', 'learn'), size), /\? open An identity provider/);
			const free = answered({plan: 'free', role: 'member', idp: 'okta'});
			const sso = words(at('1.1', 'learn', free), size);
			assert.match(sso, /✖ lacking Admin access/);
			assert.match(sso, /✖ lacking Enterprise plan No longer so\. Growth has it too/);
			assert.match(sso, /✔ said An identity provider .*You answered Okta\./);
		}
	});

	test('Learn names the rules that the plan cannot keep, with the plan and what helps instead', () => {
		const free = words(at('1.1', 'learn', answered({plan: 'free'})), usual);
		assert.match(free, /What your plan lacks/);
		assert.match(free, /Needs Growth; your plan is Free\./);
		assert.ok(
			!words(at('1.1', 'learn', answered({plan: 'enterprise'})), usual).includes('What your plan lacks'),
		);
	});

	test('Learn says the level, whose figure the time is, and how well each mapping fits', () => {
		const all = words(at('3.1', 'learn'), usual);
		assert.match(all, /L1, the baseline for every organization\. 30 min, .* \(our estimate\)/);
		assert.match(all, /CIS 3\.11 .*\(as printed, does not fit\)/);
		assert.match(words(at('1.1', 'learn'), usual), /\(the guide’s figure\)/);
	});

	test('how much was seen stands beside the stage, the invited apart from the members', () => {
		for (const size of sizes) {
			const [, , mark = ''] = picture(at('3.1', 'check'), size);
			assert.match(mark, /7 accounts seen of 7/);
			assert.match(picture(at('2.1', 'gap'), size)[2] ?? '', /13 members, 1 invited and not counted/);
		}
	});

	test('an advice stands apart from the title and from how it is known', () => {
		for (const size of sizes) {
			const advice = picture(at('3.1', 'check'), size).filter(line => line.includes('advice'));
			assert.ok(advice.length > 0);
			for (const line of advice) {
				assert.match(line, / {2}advice( +\S|$)/);
			}
		}
	});

	test('what was found stands in one column beside what is expected', () => {
		const size = {columns: 80, rows: 70};
		const lines = picture(at('3.1', 'gap'), size);
		const rules = lines.filter(line => /^ [ ❯] [✖✔○]/.test(line));
		const beside = rules.filter(line => /^ [ ❯] [✖✔○] \S.* {2}\S/.test(line));
		assert.ok(beside.length > 1, lines.join('\n'));
		assert.equal(new Set(beside.map(line => line.lastIndexOf('  '))).size, 1, lines.join('\n'));
		// Where both have no room in one row, it stands below, set off from the findings.
		for (const [index, line] of lines.entries()) {
			if (rules.includes(line) && !beside.includes(line)) {
				assert.match(lines.slice(index + 1, index + 3).join('\n'), /^ {7}\S/m, line);
			}
		}
	});

	test('Gap says what would make a rule, or a single finding, pass', () => {
		const rule = at('3.1', 'gap');
		assert.match(picture(rule, wide).join(' ').replaceAll(/\s+/g, ' '), /Would pass if/);
		const finding = picture(live(rule, 'down').state, wide).join(' ').replaceAll(/\s+/g, ' ');
		assert.match(finding, /This one would pass if/);
		const owners = at('2.3', 'gap');
		assert.match(picture(owners, wide).join(' ').replaceAll(/\s+/g, ' '), /became Admin or Member/);
	});
});
