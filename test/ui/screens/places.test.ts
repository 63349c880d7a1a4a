import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {guideDocument} from '../../../source/controls/guide/index.ts';
import {foldAll} from '../../../source/session/fold.ts';
import type {SessionEvent} from '../../../source/types/session.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {assessed, lastWeek, oldSession, texts} from '../places.ts';
import {inside, live, type Move, tell} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

const [narrow, usual, wide] = sizes;

describe('the places beside the controls', () => {
	let found: Found;
	let list: AppState;
	let old: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
		old = tell(started(), openedEvent(found.target, oldSession()), ...readingEvents(found), 'list').state;
	});

	function at(state: AppState, size: Size, ...moves: readonly Move[]): AppState {
		return live({...state, ...size}, ...moves).state;
	}

	function words(state: AppState): string {
		return picture(state, state).join(' ').replaceAll(/\s+/g, ' ');
	}

	function cursorLine(state: AppState): string {
		return picture(state, state).find(line => line.startsWith(' ❯')) ?? '';
	}

	/** Every line that can be brought into sight, moving down to the end. */
	function allOf(state: AppState): string {
		let seen = '';
		let here = state;
		for (let step = 0; step < 60; step += 1) {
			seen += `${picture(here, here).join('\n')}\n`;
			here = live(here, 'down').state;
		}

		return seen;
	}

	test('section 5 shows each reference with its controls as printed, as suggested, and how they stand now', () => {
		for (const size of sizes) {
			const place = at(list, size, 'bottom', 'up', 'choose');
			const all = allOf(place);
			for (const framework of ['SOC 2', 'NIST 800-53', 'CIS Controls']) {
				assert.ok(all.includes(framework), `${framework} at ${size.columns}`);
			}

			for (const {framework} of [...guideDocument.compliance.soc2, ...guideDocument.compliance.nist80053]) {
				assert.match(all, new RegExp(`${framework.replaceAll(/[()]/g, String.raw`\$&`)} `), framework);
			}

			assert.match(cursorLine(place), /CC6\.1 .* 1\.1 ?○ +1\.1 ?○ 1\.2 ?○ 3\.1 ?✖/);
			assert.match(all, /3\.11 .* 3\.1 ?✖/);
			assert.match(words(place), /TRAINING/);
			assert.match(words(place), /as printed +suggested/);
		}

		const accounts = at(list, wide, 'bottom', 'up', 'choose');
		assert.match(words(accounts), /3\.1 Service accounts ✖ fail/);
		assert.match(words(accounts), /The guide calls it “SSO\/2FA”\./);
	});

	test('a control that passes since is a pass in section 5 at once', () => {
		const place = at(old, usual, 'bottom', 'up', 'choose');
		assert.ok(place.open !== null);
		const {open} = place;
		const controls = open.assessment.controls.map(control =>
			control.id === '1.1' ? {...control, status: 'pass' as const, basis: 'verified' as const} : control,
		);
		const passing = {...place, open: {...open, assessment: {...open.assessment, controls}}};
		assert.match(cursorLine(passing), /CC6\.1 .* 1\.1 ?✔ +1\.1 ?✔ 1\.2 ?○/);
	});

	test('section 5 opens the control behind a reference and comes back to it', () => {
		const row = at(list, usual, 'bottom', 'up', 'choose', 'down', 'down');
		const control = live(row, 'choose').state;
		assert.ok(control.screen.kind === 'control' && control.screen.control === '3.1');
		assert.deepEqual(live(control, 'back').state.screen, row.screen);
		const home = live(row, 'back').state;
		assert.equal(home.screen.kind, 'controls');
		assert.match(cursorLine(home), /5 Compliance/);
	});

	test('every advice beyond the guide can be read, with where and why, and nothing of it has a verdict', () => {
		for (const size of sizes) {
			let place = at(list, size, 'bottom', 'choose');
			const seen = new Set<string>();
			for (const extra of guideDocument.extras) {
				assert.doesNotMatch(words(place), /✔|✖|○/);
				seen.add(cursorLine(place).slice(3, 20).trim());
				if (size !== narrow) {
					const {title} =
						guideDocument.extras.find(each => cursorLine(place).includes(each.title.slice(0, 15))) ?? extra;
					assert.ok(words(place).includes(title.split(' ').slice(0, 3).join(' ')), title);
				}

				assert.match(words(place), /Why /);
				place = live(place, 'down').state;
			}

			assert.equal(seen.size, guideDocument.extras.length);
			assert.equal(live(place, 'back').state.screen.kind, 'controls');
		}
	});

	test('a long detail is read to its end with space', () => {
		let place = at(list, narrow, 'bottom', 'choose');
		let seen = '';
		for (let part = 0; part < 4; part += 1) {
			seen += ` ${words(place)}`;
			place = live(place, 'more').state;
		}

		assert.match(seen, /Plan Growth or above/);
	});

	test('the history shows when, how many, what moved, and the changes made, the latest first', () => {
		for (const size of sizes) {
			const place = at(old, size, 'history');
			const lines = picture(place, place);
			assert.match(lines[0] ?? '', /^ History {3}score ▂▃▅█▁ +TRAINING$/);
			const rows = lines
				.filter(line => / of 27/.test(line))
				.map(line => line.slice(3).replaceAll(/\s+/g, ' '));
			assert.match(rows[0] ?? '', /^now L1 0\.04 1 of 27 2\.3 ✔→✖/);
			assert.match(rows[1] ?? '', /^8 days ago L1 1\.00 27 of 27 3\.1 ✖→✔/);
			assert.match(rows[2] ?? '', /^2 weeks ago L1 0\.60 16 of 27 2\.3 ✖→✔/);
			assert.match(allOf(place), /4 weeks ago +L1 +0\.10 +3 of 27 +the first/);
			const last = live(place, 'bottom').state;
			assert.match(cursorLine(last), /3 weeks ago +classified \$email +u takes it back/);
			assert.match(words(last), /sensitive: false → true/);
		}
	});

	test('where no verdict moved the history says what did: the figures, or the reasons', () => {
		const again = {...assessed(0.3, 'fail', 'fail'), facts: {file: 'b.json', sha256: 'b'}};
		const fewer = {...again, facts: {file: 'c.json', sha256: 'c'}};
		const events: SessionEvent[] = [assessed(0.1, 'fail', 'fail'), again, again, fewer].map(
			(assessment, index) => ({
				type: 'assessment_recorded',
				assessment: {
					...assessment,
					controls: assessment.controls.map(each =>
						each.id === '2.1' ? {...each, reason: index === 3 ? '4 of 13' : '6 of 13'} : each,
					),
				},
			}),
		);
		const session = foldAll(
			events.map((event, index) => ({at: `2026-11-0${index + 1}T10:00:00.000Z`, event})),
		);
		for (const size of sizes) {
			const place = at(
				live(started(), openedEvent(found.target, session), 'list').state,
				size,
				'history',
				'down',
			);
			const shown = allOf(place);
			assert.match(shown, /8 of 27 +score \+0\.20/);
			assert.match(shown, /Score 0\.10 → 0\.30/);
			assert.match(shown, /why: 2\.1/);
			assert.match(words(place), /No verdict moved since the one before\..*2\.1 +6 of 13 → 4 of 13/);
			const compared = tell(place, 'compare').state;
			assert.match(words(compared), /2\.1 +6 of 13 → 4 of 13/);
		}
	});

	test('a session without assessments says so', () => {
		const {state} = tell(started(), openedEvent(found.target), {type: 'reading_started'}, 'history');
		for (const size of sizes) {
			assert.match(words({...state, ...size}), /No assessment is recorded yet\./);
		}
	});

	test('the list of controls shows the course of the score where there is room', () => {
		assert.match(picture(old, usual)[1] ?? '', /score 0\.04 {2}▂▃▅█ +read just now/);
		assert.match(picture(old, wide)[1] ?? '', /score 0\.04 {2}▂▃▅█ +read just now/);
		assert.doesNotMatch(picture(list, usual)[1] ?? '', /[▁-█]/);
	});

	test('two assessments compared show the figures, the verdicts that moved and what is different at Mixpanel', () => {
		for (const size of sizes) {
			const asked = tell({...old, ...size}, 'history', 'compare').state;
			assert.match(words(asked), /Compared 8 days ago → now/);
			assert.match(words(asked), /Score 1\.00 → 0\.04/);
			assert.match(words(asked), /2\.3 Admin access ✔ pass → ✖ fail/);
			assert.match(words(asked), /Reading back what was kept/);
			const users = found.facts.users;
			assert.ok(users?.outcome === 'ok');
			const [first] = users.value.users;
			const facts = {
				...found.facts,
				users: {...users, value: {...users.value, users: users.value.users.slice(1)}},
			};
			const {state} = tell(asked, {type: 'facts_loaded', references: lastWeek, kept: [{facts, why: null}]});
			assert.ok(first !== undefined);
			assert.ok(allOf(state).includes(first.email.slice(0, 12)), allOf(state).slice(0, 900));
			const gone = tell(asked, {
				type: 'facts_loaded',
				references: lastWeek,
				kept: [{facts: null, why: 'The file is gone.'}],
			});
			assert.match(allOf(gone.state), /Of the earlier one: The file is gone\./);
		}
	});

	test('the report is read in either format, to the end of what is shown', () => {
		for (const size of sizes) {
			const waiting = tell({...list, ...size}, 'report').state;
			assert.match(words(waiting), /The report is being written/);
			const report = tell(waiting, {type: 'report_made', texts}).state;
			assert.match(words(report), /Report \(•\) Markdown \( \) JSON TRAINING/);
			assert.match(words(report), /# Mixpanel hardening report/);
			assert.match(words(report), /↓ \d+ more below/);
			assert.match(words(tell(report, 'bottom').state), /and 1002 more lines in the file/);
			assert.match(words(tell(report, 'bottom', 'format').state), /"schemaVersion": "1"/);
			const form = tell(report, 'save').state;
			assert.match(words(form), /Save the report as Markdown/);
			assert.match(words(form), /the folder you started from: \/home\/ana/);
			assert.match(cursorLine(form), /File +hardening-1-2026-11-24\.md/);
		}
	});

	test('a text that goes on below the last row says so, and no longer at its end', () => {
		for (const size of sizes) {
			const learn = at(list, size, 'top', 'choose');
			const help = live({...list, ...size}, 'help').state;
			const chapter: AppState = {...list, ...size, screen: {kind: 'chapter', chapter: 0, row: 0}};
			for (const text of [learn, help, chapter]) {
				const end = live(text, 'bottom').state;
				assert.doesNotMatch(words(end), /more below/);
				const isWhole = picture(text, size).join() === picture(end, size).join();
				assert.equal(/↓ \d+ more below/.test(words(text)), !isWhole);
			}

			assert.match(words(learn), /↓ \d+ more below/);
		}
	});

	test('the words for how a verdict is known are explained where they stand, and in the help', () => {
		const row = list.controls.findIndex(({id}) => id === '2.3');
		const check = live(
			list,
			{type: 'row_chosen', row},
			'choose',
			'clicks',
			'previous_stage',
			'previous_stage',
		).state;
		assert.match(words({...check, columns: 120, rows: 40}), /known from Mixpanel’s Terraform provider/);
		for (const size of sizes) {
			assert.match(allOf(at(check, size, 'help')), /provider +A grade of the read/);
		}

		assert.match(words(at(list, wide, 'extras')), /G\d+, the number of this advice/);
	});

	test('help names what does nothing now, with the reason', () => {
		for (const size of sizes) {
			const help = allOf(live({...list, ...size}, 'help').state).replaceAll(/\s+/g, ' ');
			assert.match(help, /Not now .* u This program changed nothing here/);
			assert.match(help, /M The journal is whole/);
			assert.doesNotMatch(help, /Go on with the good entries/);
		}

		const damaged = tell(started(), {
			...openedEvent(found.target),
			readOnly: 'It is damaged.',
			canMend: true,
		});
		assert.match(allOf(live({...damaged.state, ...usual}, 'help').state), /Go on with the good entries/);
	});
});
