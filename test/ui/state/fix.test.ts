import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import fc from 'fast-check';
import {fixText} from '../../../source/prompts/plain/fix-text.ts';
import {planClassify} from '../../../source/remediation/plan-classify.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {commandFor} from '../../../source/ui/keys/command-for.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import type {Fix} from '../../../source/ui/state/fixes/fix.ts';
import {update} from '../../../source/ui/state/update.ts';
import {picture, sizes} from '../picture.ts';
import {inside, live, openOf, tell, typed} from '../story.ts';
import {type Found, now, openedEvent, readOrganization} from '../world.ts';

describe('a change through the API', () => {
	let found: Found;
	let gap: AppState;
	before(async () => {
		found = await readOrganization('startup');
		const list = inside(found);
		const row = list.controls.findIndex(control => control.id === '3.2');
		const named = live(
			list,
			'level',
			'top',
			...Array.from({length: row}, () => 'down' as const),
			'choose',
		).state;
		// The name is asked for once, and the change it was asked for goes on by itself.
		const going = live(named, 'fix', typed('Ana'), 'accept').state;
		assert.equal(going.fix?.kind, 'choosing');
		gap = live(going, 'back').state;
	});

	function fixOf(state: AppState): Fix {
		assert.ok(state.fix !== null);
		return state.fix;
	}

	/** The confirmation of the first finding, as drawn now. */
	function confirming(): AppState {
		const choosing = live(gap, 'fix').state;
		const asked = live(choosing, 'choose');
		const effect = asked.effects.find(candidate => candidate.type === 'plan_fix');
		assert.ok(effect?.type === 'plan_fix');
		const [resource] = effect.resources;
		const open = openOf(asked.state);
		const {identity} = open.facts;
		assert.ok(resource !== undefined && identity?.outcome === 'ok' && open.target.kind !== 'byHand');
		const project = identity.value.projects.find(({id}) => resource.id.startsWith(`${id}:`));
		assert.ok(project !== undefined);
		const planned = planClassify({
			property: resource,
			project,
			target: open.target,
			plan: null,
			before: {sensitive: false},
			operation: 'change-1',
			by: makeSafe('Ana'),
		});
		assert.ok(planned.kind === 'planned');
		return tell(asked.state, {type: 'fix_planned', plans: [planned.plan], refused: []}).state;
	}

	/** A command pressed `later` milliseconds after the stories' clock. */
	function pressed(state: AppState, command: 'choose' | 'down' | 'back', later: number) {
		return update(state, {type: 'command', command, at: new Date(now.getTime() + later)});
	}

	test('the first change asks for a name, and takes one property', () => {
		const {fix} = live(gap, 'fix', 'tick', 'down', 'tick').state;
		assert.ok(fix?.kind === 'choosing');
		assert.equal(fix.limit, 1);
		assert.equal(fix.chosen.size, 1);
		assert.ok(fix.chosen.has(fix.resources[1]?.id ?? ''));
	});

	test('the answer is No until it is moved, and No sends nothing', () => {
		const state = confirming();
		assert.equal(contextOf(state), 'fix_confirming');
		const told = pressed(state, 'choose', 5000);
		assert.equal(fixOf(told.state).kind, 'choosing', 'one level back');
		assert.ok(told.effects.every(effect => effect.type !== 'apply_fix'));
		assert.equal(told.state.message, 'Nothing was changed.');
	});

	test('Esc leads back to the choice with what was chosen, and from there to the control', () => {
		const chosen = live(gap, 'fix', 'down', 'tick').state;
		const planning = live(chosen, 'choose').state;
		const confirm = fixOf(confirming());
		assert.ok(confirm.kind === 'confirming');
		const asked = tell(planning, {type: 'fix_planned', plans: confirm.plans, refused: []}).state;
		const back = pressed(asked, 'back', 5000).state;
		const choice = fixOf(back);
		assert.ok(choice.kind === 'choosing');
		assert.deepEqual([choice.row, choice.chosen.size], [1, 1]);
		assert.equal(pressed(back, 'back', 9000).state.fix, null);
		assert.equal(fixOf(pressed(planning, 'back', 9000).state).kind, 'choosing', 'while planning, too');
	});

	test('Enter held down gets nowhere near a change', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 0, max: 600}),
				fc.integer({min: 15, max: 120}),
				fc.integer({min: 1, max: 120}),
				(first, pause, times) => {
					let state = confirming();
					const sent: string[] = [];
					for (let index = 0; index < times; index += 1) {
						const step = pressed(state, 'choose', first + index * pause);
						({state} = step);
						sent.push(...step.effects.map(({type}) => type));
					}

					// At most the preselected No is taken, once, and nothing is planned or sent after it.
					assert.ok(sent.length <= 1 && sent.every(type => type === 'stop_fix'), sent.join());
				},
			),
			{numRuns: 50},
		);
	});

	describe('in a real organization', () => {
		function real(): AppState {
			const state = confirming();
			const open = openOf(state);
			const target = {
				kind: 'live',
				region: 'eu',
				organizationId: '4410022',
				name: makeSafe('Corp  Exam\u00E9ple'),
			} as const;
			return {...state, open: {...open, target, label: 'Corp · 4410022 · EU'}};
		}

		function saidYes(from: AppState): AppState {
			let state = from;
			for (let presses = 1; fixOf(state).kind === 'confirming'; presses += 1) {
				assert.ok(presses < 40);
				const fix = fixOf(state);
				const yes = fix.kind === 'confirming' && fix.answer === 'yes';
				state = pressed(state, yes ? 'choose' : 'down', 400 + presses).state;
			}

			return state;
		}

		test('its name is typed before the first change, and nothing is sent until it fits', () => {
			const naming = saidYes(real());
			assert.equal(contextOf(naming), 'fix_naming');
			for (const wrong of ['', 'yes', 'corp exam\u00E9ple', 'Corp', '4410022', '\r\n\r\n']) {
				const told = tell(naming, typed(wrong), 'accept');
				assert.deepEqual(told.effects, [], wrong);
				const fix = fixOf(told.state);
				assert.match(fix.kind === 'naming' ? (fix.problem ?? '') : '', /nothing was sent/);
			}

			const told = tell(naming, typed(' Corp Exam'), typed('e\u0301ple '), 'accept');
			assert.deepEqual(
				told.effects.map(({type}) => type),
				['apply_fix'],
			);
			assert.equal(fixOf(told.state).kind, 'running');
		});

		test('it is asked once a visit', () => {
			const named = tell(saidYes(real()), typed('Corp Exam\u00E9ple'), 'accept').state;
			const again = saidYes({...real(), open: openOf(named)});
			assert.equal(fixOf(again).kind, 'running');
			const {target, session} = openOf(named);
			const reopened = tell(named, {...openedEvent(target, session)}).state;
			assert.equal(fixOf(saidYes({...real(), open: openOf(reopened)})).kind, 'naming');
		});

		test('Esc leads back to the confirmation, with No', () => {
			const back = tell(saidYes(real()), typed('Corp'), 'cancel').state;
			const fix = fixOf(back);
			assert.ok(fix.kind === 'confirming');
			assert.equal(fix.answer, 'no');
		});

		test('the screen shows which one, where, and that it is in use', () => {
			const naming = saidYes(real());
			for (const size of sizes) {
				const words = picture(tell(naming, typed('Corp')).state, size).join('\n');
				assert.match(words, /Corp {2}Exam\u00E9ple/);
				for (const part of ['4410022', 'EU', 'PRODUCTION', ' ❯ Corp', 'LIVE']) {
					assert.ok(words.includes(part), `${part} at ${size.columns}`);
				}
			}
		});
	});

	test('projects are named where properties are chosen, and the organization stands once in a confirmation', () => {
		for (const size of sizes) {
			assert.match(picture(live(gap, 'fix').state, size).join('\n'), /Shop.*\(\d+\) · (?:User|Event)/);
			const words = picture(confirming(), size).join(' ').replaceAll(/\s+/g, ' ');
			assert.equal(words.match(/Harbour Example/g)?.length, 1);
		}
	});

	/** The confirmation of one change in each of two projects. */
	function confirmingTwo() {
		const asked = live(gap, 'fix', 'choose');
		const {facts, target} = openOf(asked.state);
		assert.ok(facts.identity?.outcome === 'ok' && target.kind !== 'byHand');
		const plans = facts.identity.value.projects.slice(0, 2).map((project, index) => {
			const name = makeSafe(`field_${index}`);
			const planned = planClassify({
				property: {id: `${project.id}:Event:field_${index}`, name},
				project,
				target,
				plan: null,
				before: {sensitive: false},
				operation: `change-${index}`,
				by: makeSafe('Ana'),
			});
			assert.ok(planned.kind === 'planned');
			return planned.plan;
		});
		const [first, second] = plans;
		assert.ok(first !== undefined && second !== undefined);
		return {first, second, state: tell(asked.state, {type: 'fix_planned', plans, refused: []}).state};
	}

	test('d shows every request, then says that it goes back to the first, and is not offered for a single one', () => {
		const footer = (state: AppState): string => picture(state, {columns: 80, rows: 24}).at(-1) ?? '';
		const whole = (state: AppState) =>
			update(state, {type: 'command', command: 'whole', at: new Date(now.getTime() + 5000)}).state;
		const {state} = confirmingTwo();
		assert.match(footer(state), /d whole request/);
		const shown = whole(state);
		assert.match(footer(shown), /d first request only/);
		assert.doesNotMatch(footer(shown), /whole request/);
		assert.equal(commandFor(contextOf(shown), 'd'), 'whole');
		assert.match(footer(whole(shown)), /d whole request/);
		const single = confirming();
		assert.doesNotMatch(footer(single), /d whole|d first/);
		assert.match(whole(single).message ?? '', /stands here whole/);
	});

	test('changes in several projects are confirmed with the project of each, and with what follows of each', () => {
		const {first, second, state} = confirmingTwo();
		for (const size of sizes) {
			const pages = picture({...state, rows: 60, columns: size.columns}, {columns: size.columns, rows: 60});
			const words = pages.join(' ').replaceAll(/\s+/g, ' ');
			assert.doesNotMatch(pages[1] ?? '', /project/);
			for (const {preview} of [first, second]) {
				assert.ok(words.includes(`${preview.subject} · ${preview.project}`), words);
				assert.ok(words.includes(`use ${preview.subject} show a warning`), words);
			}

			assert.equal(words.match(/People still see that the property exists/g)?.length, 1);
		}

		const fix = fixOf(state);
		assert.ok(fix.kind === 'confirming');
		const text = fixText(fix).join('\n');
		assert.ok(text.includes(`field_1 · ${second.preview.project}`), text);
	});

	test('a confirmation that goes on below says so once, also under a message', () => {
		const size = {columns: 60, rows: 20};
		for (const message of [null, 'A word on something else.']) {
			const all = picture({...confirming(), ...size, message}, size).join('\n');
			assert.equal(all.match(/↓ (?:there|\d)/g)?.length, 1);
		}
	});

	test('keys pressed before the confirmation was drawn do nothing', () => {
		const state = confirming();
		const early = pressed(pressed(state, 'down', 100).state, 'choose', 250);
		assert.equal(fixOf(early.state).kind, 'confirming');
		assert.deepEqual(early.effects, []);
	});

	test('a person who scrolls quickly gets to the end', () => {
		let state = confirming();
		for (let press = 0; press < 60; press += 1) {
			({state} = pressed(state, 'down', press * 150));
		}

		const fix = fixOf(state);
		assert.ok(fix.kind === 'confirming' && fix.answer === 'yes');
	});

	test('Yes applies exactly what was planned, once', () => {
		let state = confirming();
		let presses = 0;
		for (let fix = fixOf(state); fix.kind === 'confirming' && fix.answer === 'no'; fix = fixOf(state)) {
			presses += 1;
			state = pressed(state, 'down', 400 + presses).state;
		}

		assert.ok(presses > 1, 'all of it has been in sight before Yes can be chosen');
		const told = pressed(state, 'choose', 500);
		assert.equal(fixOf(told.state).kind, 'running');
		assert.equal(told.effects.length, 1);
		const again = pressed(told.state, 'choose', 900);
		assert.deepEqual(again.effects, []);
		// Stopped, it would miss the answer.
		const aside = tell(told.state, 'set_aside');
		assert.deepEqual(aside.effects, []);
		assert.match(aside.state.message ?? '', /its end is waited for first/);
		assert.deepEqual(tell(state, 'set_aside').effects, [{type: 'set_aside'}]);
	});

	test('a paste into a confirmation is nothing', () => {
		const state = confirming();
		const told = tell(state, typed('\r\n\r\nyes\r\n'));
		assert.deepEqual(told.effects, []);
		assert.equal(fixOf(told.state).kind, 'confirming');
	});

	test('a plan that comes after the person has gone on is forgotten', () => {
		const planning = live(gap, 'fix', 'choose').state;
		const gone = tell(planning, 'back', 'back').state;
		const plans = fixOf(confirming());
		assert.ok(plans.kind === 'confirming');
		assert.equal(tell(gone, {type: 'fix_planned', plans: plans.plans, refused: []}).state.fix, null);
	});

	test('what cannot be planned is said, and nothing is confirmed', () => {
		const planning = live(gap, 'fix', 'choose').state;
		const told = tell(planning, {type: 'fix_planned', plans: [], refused: ['$email is classified already.']});
		assert.equal(fixOf(told.state).kind, 'choosing');
		assert.equal(told.state.message, '$email is classified already.');
	});

	test('at its end it reads again, and offers to take the change back', () => {
		const fix = fixOf(confirming());
		assert.ok(fix.kind === 'confirming');
		const [plan] = fix.plans;
		const {session} = openOf(gap);
		const result = {
			plan,
			outcome: 'applied',
			detail: makeSafe('Read again: classified.'),
			differences: [],
			problem: null,
		} as const;
		const ended = tell(confirming(), {
			type: 'fix_ended',
			result: {kind: 'ran', done: [result], failed: null, notTried: [], isCancelled: false},
			session,
		}).state;
		assert.equal(contextOf(ended), 'fix_ended');
		// It reads again as well: whoever turns back from there sees how it stands.
		assert.deepEqual(tell(ended, 'undo').effects, [
			{type: 'read'},
			{type: 'plan_undo', operation: 'change-1'},
		]);
		assert.deepEqual(tell(ended, 'back').effects, [{type: 'read'}]);
	});

	test('without a record nothing is changed, and by hand there is nothing to change with', () => {
		const readOnly: AppState = {
			...gap,
			open: {...openOf(gap), readOnly: 'Another wizard has this session open.'},
		};
		assert.match(tell(readOnly, 'fix').state.message ?? '', /nothing is changed/);
		const byHand: AppState = {...gap, open: {...openOf(gap), canChange: false}};
		assert.match(tell(byHand, 'fix').state.message ?? '', /Without a key/);
	});
});
