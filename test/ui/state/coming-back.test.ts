import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {pageOf} from '../../../source/prompts/plain/page-of.ts';
import {rowsText} from '../../../source/prompts/plain/unsaid.ts';
import {stages} from '../../../source/types/session.ts';
import {exitSummary} from '../../../source/ui/exit-summary.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {controlScreen} from '../../../source/ui/state/control/control-screen.ts';
import {picture, sizes} from '../picture.ts';
import {oldSession} from '../places.ts';
import {inside, live, openOf, recorded, tell} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const [, , wide] = sizes;

describe('coming back', () => {
	let found: Found;
	before(async () => {
		found = await readOrganization('startup');
	});

	/** Opened from facts of three days ago, without reaching the organization. */
	function offline(hasKey: boolean, columns = 80, rows = 24): AppState {
		return tell(started(columns, rows), {
			...openedEvent(found.target, oldSession()),
			before: {facts: found.facts, at: '2026-11-21T10:00:00.000Z'},
			offline: {why: 'Mixpanel does not answer.', hasKey},
			canChange: false,
		}).state;
	}

	test('a page stands before a session that was begun, and Enter leads to where it was left', () => {
		const opened = tell(started(), openedEvent(found.target, oldSession())).state;
		assert.deepEqual(opened.screen, {kind: 'news', row: 0, welcome: true});
		assert.equal(tell(opened, 'choose').state.screen.kind, 'controls');
		assert.equal(tell(started(), openedEvent(found.target)).state.screen.kind, 'controls');
	});

	test('what was last known is marked with its age on every screen of verdicts, and why is said', () => {
		for (const size of sizes) {
			const state = offline(true, size.columns, size.rows);
			const page = picture(state, size).join('\n');
			assert.match(page, /as last read 3 days ago/);
			assert.match(page, /Mixpanel does not answer\. r tries again\./);
			assert.match(picture(tell(state, 'list').state, size).join('\n'), /as last read 3 days ago/);
			assert.match(exitSummary(state, '/state', 'x').join('\n'), /as last read on 2026-11-21/);
		}
	});

	test('no verdict of it reads as verified now, on any stage, in either form', () => {
		const list = tell(offline(true, 120, 40), 'list').state;
		const read = openOf(list).assessment.controls.find(({basis}) => basis === 'verified');
		assert.ok(read !== undefined);
		const states = [list, ...stages.map(stage => ({...list, screen: controlScreen(read.id, stage)}))];
		for (const state of states) {
			const page = pageOf({...state, rows: 1_000_000});
			const spoken = [...page.text, ...rowsText(page), ...page.detail].join('\n');
			for (const text of [picture(state, wide).join('\n'), spoken]) {
				assert.doesNotMatch(text, /\bverified\b/);
				assert.match(text, /\bread 3 days ago/);
			}
		}
	});

	test('nothing of it is recorded as if it were read now', () => {
		for (const move of ['quit', 'back'] as const) {
			const types = recorded(tell(offline(true), move)).map(({type}) => type);
			assert.ok(!types.includes('assessment_recorded'), move);
		}
	});

	test('what was read earlier is neither changed nor compared with a screen, also where a key could do it', () => {
		const state = offline(true);
		const able = {...state, open: {...openOf(state), canChange: true}, screen: controlScreen('3.2', 'gap')};
		for (const act of ['fix', 'confirm'] as const) {
			const step = tell(able, act);
			assert.match(step.state.message ?? '', /was read earlier.*press r/);
			assert.deepEqual([step.state.fix, step.state.form, step.state.picking], [null, null, null], act);
			assert.deepEqual(step.effects, []);
		}
	});

	test('r asks for a key where there is none, and tries again where there is one', () => {
		assert.deepEqual(tell(offline(true), 'read_again').effects, [{type: 'read'}]);
		const asked = tell(offline(false), 'read_again').effects.at(-1);
		assert.ok(asked?.type === 'leave' && asked.outcome.kind === 'connect');
	});

	test('a try that brings nothing shows what was last known again; one that reads takes its place', () => {
		const trying = tell(offline(true), {type: 'reading_started'}).state;
		const failed = tell(trying, {type: 'reading_failed', what: 'Still nobody.'}).state;
		assert.equal(openOf(failed).reading.kind, 'last_known');
		assert.deepEqual(openOf(failed).facts, found.facts);
		const read = live(offline(true), ...readingEvents(found)).state;
		assert.equal(openOf(read).reading.kind, 'finished');
	});

	test('without a key the person chooses between connecting and what was last known', () => {
		const session = {folder: 'eu-1', label: 'Acme · 1 · EU', organizationId: '1', readAt: null};
		const asked = tell(started(), {type: 'unconnected', session}).state;
		const connect = tell(asked, 'choose').effects.at(-1);
		assert.ok(connect?.type === 'leave' && connect.outcome.kind === 'connect');
		assert.deepEqual(tell(asked, 'down', 'choose').effects, [
			{type: 'open', road: {kind: 'resume', folder: 'eu-1', lastKnown: true}},
		]);
		assert.equal(tell(asked, 'back').state.screen.kind, 'start');
	});

	test('the summary tells what was done, also after going back to the start', () => {
		const noted = live(inside(found), 'next', 'clicks', 'tick').state;
		const left = tell(noted, 'back', 'back').state;
		for (const state of [noted, left]) {
			const lines = exitSummary(state, '/state', 'mixpanel-harden');
			assert.ok(lines.length <= 12);
			assert.match(lines.join('\n'), /Done now: 1 step ticked\./);
		}
	});
});
