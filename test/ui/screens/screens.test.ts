import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {bindingsIn} from '../../../source/ui/keys/command-for.ts';
import type {AppState, StartRow} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {clicksOf, shownControl} from '../../../source/ui/state/control/selection.ts';
import {whyNotNow} from '../../../source/ui/state/not-now.ts';
import {drawn, picture, type Size, sizes} from '../picture.ts';
import {controlOf, inside, live, openOf, tell, typed} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const [narrow, usual, wide] = sizes;

describe('screens', () => {
	let found: Found;
	let hostile: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		hostile = await readOrganization('hostile');
		list = inside(found);
	});

	function at(id: string, stage: 'learn' | 'check' | 'gap' | 'act' | 'verify', from = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		let state = live(from, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		while (controlOf(state).stage !== stage) {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	/** Everything on the screen as one text, line ends and indents taken out. */
	function words(state: AppState, size: Size): string {
		return picture(state, size).join(' ').replaceAll(/\s+/g, ' ');
	}

	function cursorLine(state: AppState, size: Size): string {
		return picture(state, size).find(line => line.startsWith(' ❯')) ?? '';
	}

	test('the start says in ten seconds what this is and where to begin', () => {
		assert.deepEqual(
			picture(started(), usual).filter(line => line !== ''),
			[
				' mixpanel-harden                                       Mixpanel Hardening Guide',
				' Nine controls stand between your Mixpanel data and the usual ways it leaks.',
				' This wizard reads each one, shows you what is wrong and walks you through',
				' mending it.',
				' ❯ Practise    on a simulated Mixpanel (TRAINING): no network, nothing real',
				'   Connect     to your organization, with a service account',
				'   By hand     without a key: the same journey, you look, it remembers',
				'   Read        the guide, with what has changed since it was written',
				' Nothing is sent anywhere but to Mixpanel. Nothing is changed without asking.',
				' enter open  ↑↓ move  ? keys  q quit',
			],
		);
		for (const size of sizes) {
			for (const row of ['Practise', 'Connect', 'By hand', 'Read', 'Nothing is changed without asking']) {
				assert.ok(words(started(), size).includes(row), `${row} at ${size.columns}`);
			}
		}
	});

	test('sessions to come back to stand first, with their age, however many there are', () => {
		const known = Array.from(
			{length: 30},
			(_, index): StartRow => ({
				kind: 'resume',
				session: {
					id: `us-${index}`,
					label: `A rather long name of an organization ${index} · 44100${index} · US`,
					lastAt: new Date(now.getTime() - (index + 1) * 86_400_000),
					road: {kind: 'resume', folder: `us-${index}`},
				},
			}),
		);
		const state = {...started(), startRows: [...known, ...started().startRows]};
		for (const size of sizes) {
			assert.match(cursorLine(state, size), /Resume A rather.*· US +1 day ago$/);
			const last = live({...state, ...size}, 'bottom').state;
			assert.match(cursorLine(last, size), /Read/);
		}
	});

	test('while it opens, the start says what and how to cancel', () => {
		for (const size of sizes) {
			assert.match(words(tell(started(), 'choose').state, size), /Opening Practise … esc cancels/);
		}
	});

	test('the list shows where one is, what is true and what comes next', () => {
		for (const size of sizes) {
			const lines = picture(list, size);
			assert.match(lines[0] ?? '', /^ Harbour Example · \d+ · simulated +TRAINING$/);
			assert.match(lines[1] ?? '', /^ (?:Level )?L1 +1 of 27 rules decided +score 0\.04 +read just now/);
			assert.match(cursorLine(list, size), /4\.1 Activity logs +○ by hand/);
			const all = [...lines, ...picture(live({...list, ...size}, 'top').state, size)];
			for (const control of list.controls) {
				assert.ok(
					all.some(line => line.includes(` ${control.id} ${control.shortTitle}`)),
					`${control.id} at ${size.columns}`,
				);
			}
		}

		assert.match(words(list, usual), /Next: 4\.1 Activity logs — /);
		assert.match(words(list, usual), /1\.3 Access requests L2, not in level L1: l adds it/);
		assert.match(words(list, usual), /3\.1 Service accounts ✖ fail 2 never expire/);
	});

	test('a verdict that is still being read shows no verdict', () => {
		const [begin, ...rest] = readingEvents(found);
		assert.ok(begin !== undefined);
		let state = tell(started(), openedEvent(found.target), begin).state;
		for (const size of sizes) {
			const lines = picture(state, size);
			assert.ok(lines.some(line => /2\.3 Admin access +⠋ reading/.test(line)));
			assert.ok(!lines.some(line => /✖|✔/.test(line)));
		}

		for (const event of rest) {
			state = tell(state, event).state;
			if (event.type === 'fact_read' && event.facts.users !== undefined) {
				break;
			}
		}

		assert.ok(picture(state, usual).some(line => /2\.1 Organization roles +(✖ fail|⠋ reading)/.test(line)));
		assert.ok(picture(state, usual).some(line => /3\.1 Service accounts +⠋ reading/.test(line)));
	});

	test('training, the real thing and by hand never look alike, on any screen of an organization', () => {
		const live1 = {
			...found.target,
			kind: 'live',
			region: 'eu',
			organizationId: '1',
			name: makeSafe('Corp'),
		} as const;
		for (const [target, badge] of [
			[found.target, 'TRAINING'],
			[live1, 'LIVE'],
			[{kind: 'byHand'}, 'BY HAND'],
		] as const) {
			const open = live(started(), openedEvent(target)).state;
			for (const size of sizes) {
				for (const state of [
					open,
					...(['learn', 'check', 'gap', 'act', 'verify'] as const).map(stage => at('3.1', stage, open)),
				]) {
					assert.match(picture(state, size)[0] ?? '', new RegExp(` ${badge}$`));
				}

				assert.match(
					picture(live(at('3.1', 'check', open), 'note').state, size)[0] ?? '',
					new RegExp(` ${badge}$`),
				);
			}
		}
	});

	test('every stage says which control it is and marks where in it one is', () => {
		for (const stage of ['learn', 'check', 'gap', 'act', 'verify'] as const) {
			for (const size of sizes) {
				const [title = '', bar = '', mark = ''] = picture(at('3.1', stage), size);
				assert.ok(title.startsWith(' 3.1 Service accounts · L1 · CIS 3.11'), title);
				const name = {learn: 'Learn', check: 'Check', gap: 'Gap', act: 'Act', verify: 'Verify'}[stage];
				assert.equal(/▔+/.exec(mark)?.[0], '▔'.repeat(name.length));
				assert.equal(bar.indexOf(name), mark.indexOf('▔'));
			}
		}
	});

	test('Learn tells what it is for, why, and where the guide has aged, to the last line', () => {
		for (const size of sizes) {
			let state = live({...at('1.1', 'learn'), ...size}).state;
			const seen = new Set<string>();
			for (let page = 0; page < 40; page += 1) {
				for (const line of picture(state, size)) {
					seen.add(line.trim());
				}

				state = live(state, 'page_down').state;
			}

			for (const heading of [
				'What it does',
				'Why it matters',
				'You need',
				'What can lock people out',
				'How to undo it',
				'What the guide says that is no longer so',
				'Frameworks',
				'What the API tells',
			]) {
				assert.ok(seen.has(heading), `${heading} at ${size.columns}`);
			}
		}
	});

	test('Check gives each rule a verdict, how it is known, and its evidence', () => {
		const lines = picture(at('3.1', 'check'), usual);
		const rules = shownControl(at('3.1', 'check'))?.control.rules ?? [];
		for (const rule of rules) {
			assert.ok(
				lines.some(line => line.includes(rule.title)),
				rule.title,
			);
		}

		assert.match(cursorLine(at('3.1', 'check'), usual), /✖ fail +Every account expires.*verified$/);
		const all = words(at('3.1', 'check'), usual);
		assert.match(all, /Expected an expiry for every account/);
		assert.match(all, /Evidence GET \/api\/app\/organizations\/\d+\/service-accounts/);
	});

	test('a person’s word shows as theirs, a read as read', () => {
		const said = live(
			at('4.1', 'check'),
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
			assert.match(cursorLine(said, size), /✔ pass .*said by Ana( |$)/);
			assert.ok(!cursorLine(said, size).includes('verified'));
		}

		assert.match(words(said, usual), /“Export ran on Monday\.” — Ana, 2026-11-24/);
	});

	test('Gap shows the findings below their rules, what is wrong with each beside its name', () => {
		for (const size of sizes) {
			const lines = picture(at('3.1', 'gap'), size);
			assert.match(cursorLine(at('3.1', 'gap'), size), /^ ❯ ✖ Every account expires/);
			assert.ok(lines.some(line => /^ {5}etl\..*never expires/.test(line)));
		}

		const finding = live(at('3.1', 'gap'), 'down').state;
		assert.match(words(finding, wide), /service account \d+/);
		assert.match(words(finding, usual), /never expires; expected: an expiry for every account/);
		assert.match(words(finding, wide), /Mended in Act \(s\) by step \d “.*” \(3\.1\.C\d\)/);
	});

	test('an emptied filter says how to see all again, and the filter stays in sight', () => {
		for (const size of sizes) {
			const {state} = live({...at('3.1', 'gap'), ...size}, 'filter', typed('zzz'));
			assert.match(words(state, size), /\/ zzz/);
			assert.match(words(state, size), /No row holds these words\. Esc shows all\./);
			assert.match(words(live(state, 'accept').state, size), /\/ zzz/);
		}
	});

	test('Act shows the exact clicks, what to enter filled in, and how many are ticked', () => {
		const act = at('3.1', 'act');
		for (const size of sizes) {
			assert.match(words(act, size), /step 1 of 8 · 0 of 8 ticked .*Organization Owner or Admin/);
			assert.match(cursorLine(act, size), /❯ ○ {2}1 {2}Open the page/);
		}

		assert.match(words(act, usual), /Organization Harbour Example/);
		assert.match(words(act, usual), /Page https:\/\/mixpanel\.com\/settings\/org#serviceaccounts/);
		const ticked = live(act, 'tick').state;
		assert.match(words(ticked, usual), /1 of 8 ticked/);
		assert.ok(picture(ticked, wide).some(line => /^ {3}✔ {2}1/.test(line)));
		assert.match(cursorLine(ticked, usual), /❯ ○ {2}2/);
	});

	test('by hand, what the wizard cannot know stays a placeholder', () => {
		const act = at('3.1', 'act', live(started(), openedEvent({kind: 'byHand'})).state);
		assert.match(words(act, usual), /Organization <your organization>/);
	});

	test('all of a click can be seen, however small the terminal', () => {
		for (const size of [narrow, usual]) {
			for (const control of list.controls) {
				let state: AppState = {...at(control.id, 'act'), ...size};
				const pages: string[] = [];
				const count = clicksOf(control).length;
				state = live(state, 'top').state;
				for (let step = 0; step < count * 4; step += 1) {
					pages.push(words(state, size).replaceAll(' ', ''));
					state = live(state, 'down').state;
				}

				for (const click of clicksOf(control)) {
					for (const text of [click.seenWhen, click.undo ?? '', click.sideEffect ?? '', click.url ?? '']) {
						const end = text.replaceAll(' ', '').slice(-12);
						assert.ok(
							pages.some(page => page.includes(end)),
							`${click.id} at ${size.columns}: ${text}`,
						);
					}
				}
			}
		}
	});

	test('all that is said of a row can be seen, however small the terminal', () => {
		for (const size of [narrow, usual]) {
			for (const control of list.controls) {
				let state = live({...at(control.id, 'check'), ...size}, 'top').state;
				for (const rule of shownControl(state)?.result.rules ?? []) {
					const seen: string[] = [];
					for (let page = 0; page < 8; page += 1) {
						seen.push(...picture(state, size).map(line => line.trim()));
						state = live(state, 'more').state;
					}

					for (const evidence of rule.evidence) {
						const lastWord = evidence.outcome === 'ok' ? (evidence.grade ?? '') : evidence.outcome;
						assert.ok(
							seen.some(line => line.endsWith(`${lastWord})`)),
							`${rule.id} at ${size.columns}: ${evidence.detail}`,
						);
					}

					state = live(state, 'down').state;
				}
			}
		}
	});

	test('the form asks the question and marks the field that has the keys', () => {
		let {state} = live(at('4.1', 'check'), 'attest');
		for (const label of ['Your answer', 'What you saw', 'Seen on', 'File, if any', 'Your name']) {
			for (const size of sizes) {
				assert.ok(cursorLine(state, size).includes(label), `${label} at ${size.columns}`);
				const {cursor} = drawn(state, size);
				assert.equal(cursor === null, label === 'Your answer');
			}

			state = live(state, 'next_field').state;
		}

		const question = state.controls.find(control => control.id === '4.1')?.rules[0]?.question ?? '?';
		assert.ok(words(state, usual).includes(question));
		const problem = live(state, typed('Ana'), 'accept').state;
		const unseen = live(
			problem,
			typed('y'),
			'accept',
			'next_field',
			'next_field',
			'next_field',
			'accept',
		).state;
		for (const size of sizes) {
			assert.match(words(problem, size), /Choose what is so: y for yes/);
			assert.match(words(problem, size), /←→ choose/);
			assert.match(words(unseen, size), /Write what you saw/);
			assert.match(words(unseen, size), /Holds until 20\d\d-\d\d-\d\d/);
			assert.doesNotMatch(words(unseen, size), /←→ choose/);
		}
	});

	test('the cursor stands where the next letter goes, in long and in wide text', () => {
		for (const text of ['short', 'long '.repeat(60), '北京'.repeat(60), '👍🏽'.repeat(70)]) {
			const state = live(at('4.1', 'check'), 'note', typed(text)).state;
			for (const size of sizes) {
				const {cursor, lines} = drawn(state, size);
				assert.ok(cursor !== null);
				assert.ok(cursor.x < size.columns);
				const line = lines[cursor.y] ?? [];
				assert.ok(line.some(span => span.text.includes('Note')));
				const start = live(state, {type: 'edit', edit: {kind: 'start'}}).state;
				assert.equal(drawn(start, size).cursor?.x, 22);
			}
		}
	});

	test('help holds every key that works below it, and its first and last can be seen', () => {
		for (const state of [
			started(),
			list,
			...(['learn', 'check', 'gap', 'act', 'verify'] as const).map(stage => at('3.1', stage)),
		]) {
			const keys = bindingsIn(contextOf(state));
			for (const size of sizes) {
				let help = live({...state, ...size}, 'help').state;
				let seen = '';
				for (let page = 0; page < 8; page += 1) {
					seen += `\n${picture(help, size).join('\n')}`;
					help = live(help, 'page_down').state;
				}

				for (const {keys: names, help: sentence, command} of keys) {
					assert.ok(seen.includes(`   ${names.join('  ')} `), `${names.join(' ')} at ${size.columns}`);
					const said = whyNotNow({...state, ...size}, command) ?? sentence;
					assert.ok(seen.includes(said.split(' ').slice(0, 3).join(' ')), said);
				}
			}
		}
	});

	test('the reader leads from the contents into each chapter, and section 5 into its place', () => {
		const contents = live(started(), 'bottom', 'choose').state;
		for (const size of sizes) {
			for (const [row, chapter] of contents.chapters.entries()) {
				const chosen = live(contents, ...Array.from({length: row}, () => 'down' as const)).state;
				assert.ok(cursorLine(chosen, size).includes(chapter.title.slice(0, 40)));
				const open = live(chosen, 'choose').state;
				assert.ok((picture(open, size)[0] ?? '').includes(chapter.title.slice(0, 40)));
				assert.ok(picture(open, size).filter(line => line !== '').length >= 3, chapter.title);
				assert.deepEqual(live(open, 'back').state.screen, chosen.screen);
			}
		}

		assert.match(picture(live(list, 'bottom', 'up', 'choose').state, usual)[0] ?? '', /^ 5 /);
	});

	test('a message is read to its end', () => {
		const what =
			'Nothing was saved. The disk that holds the saved state is full. Free some space there, then press the key again to try once more.';
		for (const size of sizes) {
			const {state} = tell(list, {type: 'session_failed', what, ofForm: false});
			assert.ok(words(state, size).includes('press the key again to try once more.'), `${size.columns}`);
			assert.equal(picture(state, size).length, size.rows - 1);
		}
	});

	test('an id that somebody typed is shown by tokens, too', () => {
		const open = openOf(list);
		const id = 'x\u202Ey\u001B[2J@corp.example';
		const controls = open.assessment.controls.map(control => ({
			...control,
			rules: control.rules.map(rule => ({
				...rule,
				findings: rule.findings.map(finding => ({...finding, resource: {...finding.resource, id}})),
			})),
		}));
		const typedIds = {...list, open: {...open, assessment: {...open.assessment, controls}}};
		for (const size of sizes) {
			const words = picture({...live(at('3.1', 'gap', typedIds), 'down').state, ...size}, size).join('\n');
			assert.match(words, /x<U\+202E>y/);
			assert.doesNotMatch(words, /[\u202E\u001B]/u);
		}
	});

	test('hidden characters in names are shown as such', () => {
		const gap = at('3.1', 'gap', inside(hostile));
		for (const size of sizes) {
			assert.ok(
				picture(gap, size).some(line => line.endsWith('hidden chars') || line.includes('hidden chars')),
			);
		}

		let state = gap;
		while (!cursorLine(state, narrow).includes('hidden chars')) {
			state = live(state, 'down').state;
		}

		for (const size of [usual, wide]) {
			assert.match(words(state, size), /\\x1b\]8;;https:\/\/evil/);
			assert.match(words(state, size), /holds characters that do not show/);
		}
	});

	test('what is unusual in a session is said where it is opened', () => {
		const why = 'Another wizard has this session open; here you can look, and nothing is recorded.';
		const {state} = live(
			started(),
			{...openedEvent(found.target, openOf(list).session, why), notice: why},
			'list',
		);
		for (const size of sizes) {
			assert.ok(words(state, size).includes('nothing is recorded.'), `${size.columns}`);
		}
	});
});
