import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import fc from 'fast-check';
import {actionsIn} from '../../../source/prompts/plain/actions.ts';
import {helpText} from '../../../source/prompts/plain/help-text.ts';
import {keysOf} from '../../../source/prompts/plain/page.ts';
import {pageOf} from '../../../source/prompts/plain/page-of.ts';
import {nothingSaid, rowsText, unsaid} from '../../../source/prompts/plain/unsaid.ts';
import {stages} from '../../../source/types/session.ts';
import {bindingsIn} from '../../../source/ui/keys/command-for.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {inside, live, type Move} from '../../ui/story.ts';
import {type Found, openedEvent, readOrganization, started} from '../../ui/world.ts';

let found: Found;
let hostile: Found;

before(async () => {
	[found, hostile] = await Promise.all([readOrganization('startup'), readOrganization('hostile')]);
});

/** The wizard as plain text sees it: of any height. */
function insideOf(organization: Found): AppState {
	return inside(organization, 80, 1_000_000);
}

function textOf(state: AppState): string {
	const page = pageOf(state);
	return [...page.text, ...rowsText(page), ...page.detail].join('\n');
}

describe('the pages of the plain journey', () => {
	test('the start names each way in', () => {
		const text = textOf(started(80, 1_000_000));
		for (const [index, road] of ['Practise', 'Connect', 'By hand', 'Read'].entries()) {
			assert.match(text, new RegExp(`  ${index + 1}: ${road}`));
		}
	});

	test('the controls are named by their ids, each with its verdict in words', () => {
		const text = textOf(insideOf(found));
		assert.match(text, /TRAINING/);
		assert.match(text, / {2}2\.1: Organization roles: fail, verified, 6 of 13/);
		assert.match(text, / {2}1\.3: .*not in level L1: l adds it/);
		assert.match(text, / {2}5: Compliance/);
		assert.match(text, / {2}b: Beyond the guide/);
		const last = live(insideOf(found), 'bottom').state;
		assert.equal(keysOf(pageOf(last).rows), '1.1 to 5 or b');
		assert.equal(live(last, 'choose').state.screen.kind, 'extras');
		assert.match(text, /Next: 4\.1/);
	});

	test('in training Act says what a tick is, and a question the ways on where all is ticked and it fails', () => {
		const list = insideOf(found);
		const row = list.controls.findIndex(({id}) => id === '2.3');
		const act = live(list, {type: 'row_chosen', row}, 'choose', 'clicks', 'top').state;
		assert.match(textOf(act), /Training: ticks change nothing in the simulated organization\./);
		const ticked = live(act, ...Array.from({length: 7}, () => 'tick' as const)).state;
		assert.match(textOf(ticked), /Question 1 of 5, fail[\s\S]*All its clicks are ticked[\s\S]*w waives it/);
	});

	test('every control tells all its rules, findings and clicks', () => {
		const state = insideOf(found);
		for (const [row, control] of state.controls.entries()) {
			const opened = live(state, {type: 'row_chosen', row}, 'choose').state;
			const texts = new Map<string, string>();
			let at = opened;
			for (const _ of stages) {
				at = at.sheet === null ? at : live(at, 'choose').state;
				texts.set(contextOf(at), textOf(at));
				at = live(at, 'next_stage').state;
			}

			const result = state.open?.assessment.controls.find(({id}) => id === control.id);
			for (const rule of control.rules) {
				assert.ok(texts.get('check')?.includes(rule.title), rule.id);
			}

			for (const {resource} of result?.rules.flatMap(({findings}) => findings) ?? []) {
				assert.ok(texts.get('gap')?.includes(resource.name), resource.name);
			}

			for (const click of control.clickGroups.flatMap(({clicks}) => clicks)) {
				assert.ok(texts.get('act')?.includes(click.action), click.id);
			}

			assert.match(texts.get('learn') ?? '', /What it does/);
		}
	});

	test('a text or list that nobody wrote a page for is told from what it draws', () => {
		const contents = live(started(80, 1_000_000), {type: 'row_chosen', row: 3}, 'choose').state;
		assert.equal(contextOf(contents), 'contents');
		const page = pageOf(contents);
		assert.equal(page.rows.length, contents.chapters.length);
		assert.equal(page.rows.at(1).text, contents.chapters[1]?.title);
		const chapter = live(contents, {type: 'row_chosen', row: 1}, 'choose').state;
		assert.equal(contextOf(chapter), 'chapter');
		const text = textOf(chapter);
		for (const line of chapter.chapters[1]?.lines(78) ?? []) {
			assert.ok(text.replaceAll(/\s+/g, ' ').includes(line.trim().replaceAll(/\s+/g, ' ')), line);
		}
	});

	test('whatever a key can do on the screen, an answer can do here', () => {
		const moving =
			/^(up|down|page_|top|bottom|more|whole|next_|previous_|accept|cancel|choose|help|interrupt|set_aside)/;
		const state = insideOf(found);
		for (const at of [state, live(state, 'choose').state, live(state, 'choose', 'clicks').state]) {
			const context = contextOf(at);
			const offered = actionsIn(context).map(({command}) => command);
			for (const {command} of bindingsIn(context)) {
				assert.ok(moving.test(command) || offered.includes(command), `${command} in ${context}`);
			}

			assert.ok(helpText(context, pageOf(at)).length > offered.length);
		}
	});

	test('names that attack the terminal are only names', () => {
		const walk: fc.Arbitrary<Move> = fc.oneof(
			fc.constantFrom<Move>('choose', 'next_stage', 'back', 'news', 'clicks'),
			fc.nat({max: 30}).map((row): Move => ({type: 'row_chosen', row})),
		);
		fc.assert(
			fc.property(fc.array(walk, {maxLength: 12}), moves => {
				const state = moves.reduce((at, move) => live(at, move).state, insideOf(hostile));
				assert.doesNotMatch(
					textOf(state),
					/[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|❯|▔/u,
				);
			}),
			{numRuns: 60},
		);
	});

	test('a session by hand has pages, too', () => {
		const state = live(started(80, 1_000_000), openedEvent({kind: 'byHand'})).state;
		assert.match(textOf(state), /BY HAND/);
		assert.match(textOf(state), /nothing is read/);
	});
});

describe('what is still to be said', () => {
	const page = (lines: readonly string[], detail: readonly string[] = []) => ({
		...pageOf(started(80, 1000)),
		text: lines,
		detail,
		isListed: false,
	});

	test('all of a new page, then only what changed', () => {
		const first = unsaid(page(['read just now', 'a', 'b'], ['d']), nothingSaid);
		assert.deepEqual([first.isNew, first.text, first.detail], [true, ['read just now', 'a', 'b'], ['d']]);
		const second = unsaid(page(['read 1 minute ago', 'a', 'c'], ['d']), first.said);
		assert.deepEqual([second.isNew, second.text, second.detail], [false, ['c'], []]);
		const third = unsaid(page(['read 2 minutes ago', 'a', 'c'], ['e']), second.said);
		assert.deepEqual([third.isNew, third.text, third.detail], [false, [], ['e']]);
	});

	test('another place is told whole, though its lines are the same', () => {
		const {said} = unsaid(page(['a']), nothingSaid);
		assert.deepEqual(unsaid({...page(['a']), place: 'Elsewhere'}, said).text, ['a']);
	});
});
