import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import fc from 'fast-check';
import type {ControlId} from '../../../source/types/control.ts';
import type {Command} from '../../../source/ui/keys/bindings.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {selectedRule, shownControl, shownGapRows} from '../../../source/ui/state/control/selection.ts';
import {fieldText} from '../../../source/ui/state/forms/form.ts';
import {type PickRow, pickedKeys} from '../../../source/ui/state/picking/picking.ts';
import {pickingView} from '../../../source/ui/state/picking/picking-view.ts';
import {picture} from '../picture.ts';
import {controlOf, inside, live, openOf, recorded, type Told, tell, typed} from '../story.ts';
import {type Found, readOrganization} from '../world.ts';

const clear = {type: 'edit', edit: {kind: 'clear'}} as const;

describe('rows from which a form is opened', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = live(inside(found), 'level').state;
	});

	function inControl(id: ControlId, stage: 'gap' | 'check'): AppState {
		const row = list.controls.findIndex(control => control.id === id);
		let {state} = live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose');
		while (controlOf(state).stage !== stage) {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	/** The row of a rule in Gap or Check. */
	function onRule(id: ControlId, rule: string, stage: 'gap' | 'check' = 'check'): AppState {
		let state = inControl(id, stage);
		for (let steps = 0; selectedRule(state)?.id !== rule; steps += 1) {
			assert.ok(steps < 100, rule);
			state = live(state, 'down').state;
		}

		return state;
	}

	function rowsOf(state: AppState): readonly PickRow[] {
		assert.ok(state.picking !== null);
		return pickingView(state, openOf(state), state.picking).rows;
	}

	function progressOf(state: AppState): string {
		assert.ok(state.picking !== null);
		return pickingView(state, openOf(state), state.picking).progress;
	}

	const term = (reason: string, owner: string): Parameters<typeof live>[1][] => [
		typed(reason),
		'accept',
		clear,
		typed(owner),
		'accept',
		'accept',
	];

	describe('exempting findings', () => {
		const expiry = () => onRule('3.1', 'service-account-expiry', 'gap');

		function exempted(): Told {
			return live(
				expiry(),
				'down',
				'exempt',
				'tick',
				'down',
				'tick',
				'choose',
				...term('Rebuilt in spring.', 'Ben'),
				typed('Ana'),
				'accept',
			);
		}

		test('several are exempted in one form, each by its own key, and the gap shows until when', () => {
			const told = exempted();
			const events = recorded(told).filter(event => event.type === 'exempted');
			assert.equal(events.length, 2);
			const [first, second] = events;
			assert.ok(first?.type === 'exempted' && second?.type === 'exempted');
			assert.deepEqual(
				{...first.exemption, resource: first.exemption.resource.type},
				{
					rule: 'service-account-expiry',
					resource: 'service_account',
					reason: 'Rebuilt in spring.',
					owner: 'Ben',
					expires: '2027-02-22',
					by: 'Ana',
				},
			);
			assert.notEqual(first.exemption.resource.id, second.exemption.resource.id);
			assert.equal(told.state.picking, null);
			assert.equal(told.state.form, null);
			const rule = selectedRule(told.state);
			assert.equal(rule?.findings.filter(finding => finding.exempted === true).length, 2);
			assert.equal(rule?.status, 'fail', 'what was measured stays');
			assert.match(told.state.message ?? '', /^2 findings exempted until 2027-02-22/);
		});

		test('an exemption is listed by the name of what it is for, with its id', () => {
			const state = live(exempted().state, 'waivers').state;
			const {exemptions} = openOf(state).session;
			const shown = rowsOf(state).map(({name, detail}) => `${name}: ${detail[0]}`);
			assert.equal(shown.length, exemptions.length);
			for (const {resource} of exemptions) {
				const named = openOf(state)
					.assessment.controls.flatMap(({rules}) => rules.flatMap(({findings}) => findings))
					.find(finding => finding.resource.id === resource.id);
				assert.ok(
					shown.some(each => each.includes(named?.resource.name ?? '') && each.includes(resource.id)),
				);
			}
		});

		test('one is taken back with the key of waivers, and only that one', () => {
			const {state} = exempted();
			const told = live(state, 'withdraw', typed('y'), 'accept');
			assert.deepEqual(
				recorded(told).map(({type}) => type),
				['exemption_withdrawn'],
			);
			assert.equal(openOf(told.state).session.exemptions.length, 1);
		});

		test('reason, owner and an end within a year are required, and nothing typed is lost', () => {
			const form = live(expiry(), 'down', 'exempt', 'choose').state;
			assert.ok(form.form?.purpose.kind === 'exempt');
			const bare = live(form, 'accept', 'accept', 'accept', typed('Ana'), 'accept').state;
			assert.match(bare.form?.problem ?? '', /Write why/);
			const ownerless = live(bare, typed('Why'), 'accept', clear, 'accept', 'accept', 'accept').state;
			assert.match(ownerless.form?.problem ?? '', /who answers/);
			for (const [day, problem] of [
				['2026-11-24', /passed/],
				['2025-01-01', /passed/],
				['2027-11-25', /365 days at most: until 2027-11-24/],
				['2026-11-31', /does not exist/],
			] as const) {
				const told = live(ownerless, typed('Ben'), 'accept', clear, typed(day), 'accept', 'accept');
				assert.match(told.state.form?.problem ?? '', problem, day);
				assert.equal(told.state.form === null ? '' : fieldText(told.state.form, 'reason'), 'Why');
				assert.deepEqual(recorded(told), []);
			}

			const nameless = live(expiry(), 'down', 'exempt', 'choose', ...term('Why', 'Ben'), 'accept');
			assert.match(nameless.state.form?.problem ?? '', /name/);
			assert.deepEqual(recorded(nameless), []);
			const last = live(ownerless, typed('Ben'), 'accept', clear, typed('2027-11-24'), 'accept', 'accept');
			assert.equal(recorded(last).at(-1)?.type, 'exempted');
		});

		test('Esc leads from the form to the list, and from there to the gap', () => {
			const form = live(expiry(), 'down', 'exempt', 'choose').state;
			const back = live(form, 'cancel').state;
			assert.deepEqual([back.form, contextOf(back)], [null, 'findings']);
			const gap = live(back, 'back').state;
			assert.equal(contextOf(gap), 'gap');
		});

		test('a property that an exemption lets pass stays in sight, by its name, and can be taken back', () => {
			const told = live(
				onRule('3.2', 'pii-classified', 'gap'),
				'down',
				'exempt',
				'choose',
				...term('Needed by billing.', 'Ben'),
				typed('Ana'),
				'accept',
			);
			const [exemption] = openOf(told.state).session.exemptions;
			assert.ok(exemption !== undefined);
			const shown = shownControl(told.state);
			assert.ok(shown !== null);
			const rows = shownGapRows(shown).flatMap(row => (row.kind === 'finding' ? [row] : []));
			const row = rows.find(({finding}) => finding.resource.id === exemption.resource.id);
			assert.ok(row !== undefined);
			assert.equal(row.finding.exempted, true);
			assert.equal(row.rule.findings.includes(row.finding), false, 'the rule no longer finds it');
			assert.ok(exemption.resource.id.endsWith(encodeURIComponent(row.finding.resource.name)));
		});

		test('a rule without findings says what to do instead', () => {
			const told = live(onRule('2.3', 'admins-documented', 'gap'), 'exempt');
			assert.equal(told.state.picking, null);
			assert.match(told.state.message ?? '', /w waives/);
		});
	});

	describe('a register', () => {
		const accounts = () => live(onRule('3.1', 'service-account-register'), 'attest').state;

		test('after one row the next follows at once, named', () => {
			const register = accounts();
			const rows = rowsOf(register);
			assert.match(progressOf(register), new RegExp(`^0 of ${rows.length} recorded$`));
			const first = live(register, 'choose').state;
			assert.equal(first.form?.title, rows[0]?.name);
			const told = live(
				first,
				typed('Loads orders'),
				'accept',
				typed('Ben'),
				'accept',
				typed('Ana'),
				'accept',
			);
			const event = recorded(told).at(-1);
			assert.ok(event?.type === 'registered');
			assert.deepEqual(event.entry.fields, [
				{label: 'Purpose', value: 'Loads orders'},
				{label: 'Owner', value: 'Ben'},
			]);
			assert.equal(told.state.form?.title, rows[1]?.name);
			assert.match(told.state.form?.explanation ?? '', /1 of \d+ recorded/);
			const next = live(told.state, typed('Feeds boards'), 'accept', typed('Cleo'), 'accept');
			assert.equal(recorded(next).length, 1, 'the name is asked once');
			assert.match(progressOf(live(next.state, 'cancel').state), /^2 of \d+ recorded$/);
		});

		test('the reviewer of the row before stands in the next, to be changed; the reason does not', () => {
			const said = (state: AppState): readonly string[] => {
				const {form} = state;
				assert.ok(form !== null);
				return [fieldText(form, 'Reason'), fieldText(form, 'Reviewer')];
			};
			const admins = live(onRule('2.3', 'admins-documented'), 'attest', 'choose').state;
			assert.deepEqual(said(admins), ['', '']);
			assert.match(
				picture(admins, {columns: 60, rows: 20}).join('\n'),
				/Reason.*\n +None\? Esc leaves it open, a says No\./,
				'nobody has to invent one',
			);
			const next = live(
				admins,
				typed('Runs the team'),
				'accept',
				typed('Ben'),
				'accept',
				typed('Ana'),
				'accept',
			).state;
			assert.deepEqual(said(next), ['', 'Ben']);
			const shown = picture(live(next, 'next_field').state, {columns: 80, rows: 24}).join('\n');
			assert.match(shown, /Reviewer +Ben\n +As in the row before\. Change it where it differs\./);
			assert.equal(live(next, 'cancel').state.form, null, 'what was carried over was not typed');
			const again = live(next, 'cancel', 'choose').state;
			assert.deepEqual(said(again), ['', 'Ben'], 'the list may be left in between');
			const clear = {type: 'edit', edit: {kind: 'clear'}} as const;
			const third = live(again, typed('On call'), 'accept', clear, typed('Cleo'), 'accept');
			assert.deepEqual(said(third.state), ['', 'Cleo']);
			const event = recorded(third).at(-1);
			assert.ok(event?.type === 'registered');
			assert.deepEqual(
				event.entry.fields.map(({value}) => value),
				['On call', 'Cleo'],
			);
			const first = live(third.state, 'cancel', 'top', 'choose').state;
			assert.deepEqual(said(first), ['Runs the team', 'Ben'], 'a row that is recorded keeps its own');
		});

		test('an owner is given to all at once, and what each has stays', () => {
			const one = live(
				accounts(),
				'choose',
				typed('Loads orders'),
				'accept',
				typed('Ben'),
				'accept',
				typed('Ana'),
				'accept',
				'cancel',
				'mark_all',
				'mark_all',
				'choose',
				'accept',
				typed('Cleo'),
				'accept',
			);
			const {register} = openOf(one.state).session;
			const rows = rowsOf(one.state);
			assert.equal(register.length, rows.length);
			assert.ok(register.every(({fields}) => fields.some(({value}) => value === 'Cleo')));
			assert.equal(
				register.filter(({fields}) => fields.some(({value}) => value === 'Loads orders')).length,
				1,
			);
			assert.match(progressOf(one.state), /^1 of \d+ recorded, \d+ to look at again$/);
			assert.equal(one.state.form, null, 'after several the list stays');
			const form = live(one.state, 'choose').state.form;
			assert.ok(form !== null && fieldText(form, 'Owner') === 'Cleo' && fieldText(form, 'Purpose') === '');
		});

		test('every row recorded answers the rule', () => {
			const whole = live(
				accounts(),
				'mark_all',
				'choose',
				typed('Known to the team'),
				'accept',
				typed('Ben'),
				'accept',
				typed('Ana'),
				'accept',
			).state;
			assert.match(whole.message ?? '', /Every row is answered/);
			const rule = selectedRule(live(whole, 'back').state);
			assert.deepEqual([rule?.status, rule?.basis], ['pass', 'attested']);
		});

		test('an empty field of a single row, or nothing but empty ones, is not recorded', () => {
			const single = live(accounts(), 'choose', typed('Loads'), 'accept', 'accept', typed('Ana'), 'accept');
			assert.match(single.state.form?.problem ?? '', /“Owner”/);
			const several = live(accounts(), 'mark_all', 'choose', 'accept', 'accept', typed('Ana'), 'accept');
			assert.match(several.state.form?.problem ?? '', /“Purpose”/);
			assert.deepEqual([...recorded(single), ...recorded(several)], []);
		});

		test('a row is taken back alone', () => {
			const all = live(
				accounts(),
				'mark_all',
				'choose',
				typed('Known'),
				'accept',
				typed('Ben'),
				'accept',
				typed('Ana'),
				'accept',
				'top',
				'withdraw',
				typed('y'),
				'accept',
			);
			assert.equal(recorded(all).at(-1)?.type, 'row_withdrawn');
			assert.equal(openOf(all.state).session.register.length, rowsOf(all.state).length - 1);
			assert.equal(rowsOf(all.state)[0]?.state, 'open');
			assert.match(live(all.state, 'withdraw').state.message ?? '', /Nothing was recorded/);
		});

		test('admins have one too, with a reason and a reviewer for each', () => {
			const admins = live(onRule('2.3', 'admins-documented'), 'attest', 'choose').state;
			assert.deepEqual(
				admins.form?.fields.map(({label}) => label),
				['Reason', 'Reviewer', 'Your name'],
			);
		});

		test('by hand there are no rows: the rule is answered as a whole', () => {
			const state = onRule('3.1', 'service-account-register');
			const unread: AppState = {...state, open: {...openOf(state), facts: {}}};
			assert.equal(tell(unread, 'attest').state.form?.purpose.kind, 'attest');
		});
	});

	describe('projects', () => {
		const projects = () => live(onRule('2.2', 'all-users-grant-removed'), 'attest').state;

		const answered = (letter: string, written: string): Told =>
			live(
				projects(),
				'mark_all',
				'choose',
				typed(letter),
				'accept',
				typed(written),
				'accept',
				'accept',
				typed('Ana'),
				'accept',
			);

		test('are answered together, each with a word of its own', () => {
			const told = answered('y', 'Team Data');
			const words = recorded(told).flatMap(event =>
				event.type === 'rule_attested' ? [event.attestation] : [],
			);
			assert.equal(words.length, rowsOf(projects()).length);
			assert.ok(words.length > 1);
			for (const word of words) {
				assert.equal(word.resource?.type, 'project');
				assert.deepEqual(
					[word.status, word.observedOn, word.seen],
					['pass', '2026-11-24', 'Who has access instead: Team Data'],
				);
			}

			const rule = selectedRule(live(told.state, 'back').state);
			assert.deepEqual([rule?.status, rule?.basis], ['pass', 'attested']);
		});

		test('of which one is not so are a finding, which can be exempted like any other', () => {
			const told = live(
				projects(),
				'choose',
				typed('n'),
				'accept',
				'accept',
				'accept',
				typed('Ana'),
				'accept',
				'cancel',
				'back',
				'next_stage',
			);
			const word = recorded(told).find(event => event.type === 'rule_attested');
			assert.ok(word?.type === 'rule_attested' && word.attestation.status === 'fail');
			const gap = onRuleFrom(told.state, 'all-users-grant-removed');
			assert.equal(selectedRule(gap)?.status, 'fail');
			assert.equal(selectedRule(gap)?.findings.length, 1);
			assert.equal(live(gap, 'exempt').state.form?.purpose.kind, 'exempt');
		});

		test('need an answer, and a yes more than that', () => {
			const unanswered = live(projects(), 'choose', 'accept').state;
			assert.match(unanswered.form?.problem ?? '', /Choose one first/);
			const told = live(
				projects(),
				'choose',
				typed('y'),
				'accept',
				'accept',
				'accept',
				typed('Ana'),
				'accept',
			);
			assert.match(told.state.form?.problem ?? '', /more than a yes/);
			assert.deepEqual(recorded(told), []);
		});

		function onRuleFrom(from: AppState, rule: string): AppState {
			let state = from;
			for (let steps = 0; selectedRule(state)?.id !== rule; steps += 1) {
				assert.ok(steps < 100);
				state = live(state, 'down').state;
			}

			return state;
		}
	});

	describe('waivers and exemptions', () => {
		const waived = () =>
			live(
				onRule('2.3', 'owner-count', 'gap'),
				'waive',
				typed('d'),
				'accept',
				...term('The guide is too strict.', 'Ben'),
				typed('Ana'),
				'accept',
			).state;

		test('are listed with what became of them, those that need somebody first', () => {
			const state = live(waived(), 'waivers').state;
			assert.deepEqual(
				rowsOf(state).map(({name, words, state: standing}) => [name, words, standing]),
				[['2.3 There are enough Owners, and not too many', 'until 2027-02-22', 'done']],
			);
			const [row] = rowsOf(state);
			assert.match(
				row?.detail.join(' ') ?? '',
				/in effect until 2027-02-22.*Disputed: The guide is too strict\./,
			);
			const late: AppState = {...state, now: new Date('2027-03-01T10:00:00Z')};
			assert.match(rowsOf(late)[0]?.detail[0] ?? '', /not applied\. The waiver of Ben ended on 2027-02-22/);
			assert.equal(rowsOf(late)[0]?.words, 'ended on 2027-02-22');
			const soon: AppState = {...state, now: new Date('2027-02-20T10:00:00Z')};
			assert.match(rowsOf(soon)[0]?.words ?? '', /ends soon/);
		});

		test('ended, they are told when the organization has been read', () => {
			const session = openOf(waived()).session;
			const old = session.waivers.map(waiver => ({
				...waiver,
				at: '2026-01-01T00:00:00.000Z',
				expires: '2026-06-01',
			}));
			const state: AppState = {...list, open: {...openOf(list), session: {...session, waivers: old}}};
			const told = tell(state, {type: 'reading_finished', requests: 1});
			assert.match(told.state.message ?? '', /owner-count is not applied.*ended on 2026-06-01.* W /);
		});

		test('are given anew or taken back from there', () => {
			const state = live(waived(), 'waivers').state;
			const form = live(state, 'choose').state.form;
			assert.ok(form?.purpose.kind === 'waive');
			assert.equal(fieldText(form, 'reason'), 'The guide is too strict.');
			const told = live(state, 'withdraw', typed('y'), 'accept');
			assert.equal(recorded(told).at(-1)?.type, 'waiver_withdrawn');
			assert.deepEqual(rowsOf(told.state), []);
		});
	});

	test('what can only be looked at records nothing', () => {
		const readOnly = (state: AppState): AppState => ({
			...state,
			open: {...openOf(state), readOnly: 'Another wizard has this session open.'},
		});
		const register = readOnly(live(onRule('3.1', 'service-account-register'), 'attest').state);
		for (const command of ['choose', 'attest', 'withdraw'] as const) {
			const told = tell(register, command);
			assert.equal(told.state.form, null, command);
			assert.deepEqual(told.effects, [], command);
		}

		const told = tell(readOnly(onRule('3.1', 'service-account-expiry', 'gap')), 'exempt');
		assert.match(told.state.message ?? '', /Another wizard/);
	});

	test('whatever is pressed, the cursor stands on a row and the marks are of rows', () => {
		const start = live(onRule('3.1', 'service-account-register'), 'attest').state;
		const commands: readonly Command[] = [
			'up',
			'down',
			'page_up',
			'page_down',
			'top',
			'bottom',
			'tick',
			'mark_all',
			'choose',
			'cancel',
			'help',
			'back',
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...commands), {maxLength: 20}), pressed => {
				const {state} = tell(start, ...pressed);
				if (state.picking === null) {
					return;
				}

				const rows = rowsOf(state);
				assert.ok(state.picking.row >= 0 && state.picking.row < rows.length);
				const picked = pickedKeys(state.picking, rows);
				assert.ok(picked.length > 0 && picked.every(key => rows.some(row => row.key === key)));
				assert.ok(state.form === null || contextOf({...state, help: null}).startsWith('form'));
			}),
			{numRuns: 60},
		);
	});
});
