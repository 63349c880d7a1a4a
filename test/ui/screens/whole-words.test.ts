import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {ControlId} from '../../../source/types/control.ts';
import type {Facts} from '../../../source/types/facts.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {shownControl, shownGapRows} from '../../../source/ui/state/control/selection.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {controlOf, inside, live} from '../story.ts';
import {type Found, now, readOrganization} from '../world.ts';

const [narrow, , wide] = sizes;

describe('what is said stands whole on the screen', () => {
	let found: Found;
	before(async () => {
		found = await readOrganization('startup');
	});

	function at(id: ControlId, stage: string, from: Found = found): AppState {
		const list = live(inside(from), 'level').state;
		const row = list.controls.findIndex(control => control.id === id);
		let state = live(list, {type: 'row_chosen', row}, 'choose').state;
		while (controlOf(state).stage !== stage) {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	/** The list of stage Gap as it is read: what stands before the rule above the detail, without the detail beside it. */
	function listOf(state: AppState, size: Size): string {
		const lines = picture(state, size);
		const end = lines.findIndex(line => line.startsWith(' ──'));
		const rows = size.columns >= 110 ? lines.map(line => line.slice(0, 67)) : lines.slice(0, end);
		return rows.join(' ').replaceAll(/\s+/g, ' ');
	}

	test('in Gap the title and the actual of each rule can be read to their ends', () => {
		for (const size of sizes) {
			for (const id of ['2.1', '2.3', '3.1', '3.2', '4.1'] as const) {
				const gap = at(id, 'gap');
				const shown = shownControl(gap);
				assert.ok(shown !== null);
				for (const [row, each] of shownGapRows(shown).entries()) {
					if (each.kind !== 'rule') {
						continue;
					}

					const state = live({...gap, ...size}, {type: 'row_chosen', row}).state;
					const seen = listOf(state, size);
					const title = shown.control.rules.find(rule => rule.id === each.rule.id)?.title ?? '';
					assert.ok(seen.includes(title), `${id} ${size.columns}: ${title} in ${seen}`);
					const {status, actual} = each.rule;
					assert.ok(
						status === 'manual' || seen.includes(actual),
						`${id} ${size.columns}: ${actual} in ${seen}`,
					);
				}
			}
		}
	});

	test('the cursor of Gap is in sight on every row, and PageDown leaves none out', () => {
		for (const size of sizes) {
			const gap: AppState = {...live(at('3.1', 'gap'), 'top').state, ...size};
			const shown = shownControl(gap);
			assert.ok(shown !== null);
			const last = shownGapRows(shown).length - 1;
			let state = gap;
			for (let step = 0; step <= last; step += 1) {
				assert.match(listOf(state, size), /❯/);
				state = live(state, 'down').state;
			}

			let paged = gap;
			const seen: string[] = [listOf(paged, size)];
			for (let step = 0; step < 12 && controlOf(paged).row < last; step += 1) {
				paged = live(paged, 'page_down').state;
				seen.push(listOf(paged, size));
			}

			assert.equal(controlOf(paged).row, last);
			for (const rule of shown.control.rules) {
				assert.ok(seen.join(' ').includes(rule.title), `${size.columns}: ${rule.title}`);
			}
		}
	});

	test('a request asked twice of a project is named once among the evidence', () => {
		const {properties} = found.facts;
		assert.ok(properties?.outcome === 'ok');
		const later = new Date(now.getTime() - 1000).toISOString();
		const twice: Facts = {
			...found.facts,
			properties: {
				...properties,
				value: properties.value.map(project => ({
					...project,
					read: {
						...project.read,
						evidence: project.read.evidence.flatMap(each => [each, {...each, observedAt: later}]),
					},
				})),
			},
		};
		const gap = at('3.2', 'gap', {...found, facts: twice});
		const shown = shownControl(gap);
		assert.ok(shown !== null);
		const row = shownGapRows(shown).findIndex(({rule}) => rule.id === 'pii-classified');
		const high = {columns: 120, rows: 60};
		const lines = picture(live({...gap, ...high}, {type: 'row_chosen', row}).state, high);
		const words = lines
			.map(line => line.slice(67).trim())
			.join('')
			.replaceAll(' ', '');
		for (const [project] of words.matchAll(/projects\/\d+\/data-definitions/g)) {
			assert.equal(words.split(project).length, 2, project);
		}

		assert.match(words, /projects\/\d+\/data-definitions/);
	});

	test('the address of a page stands in one row, or is cut in its middle with the key that copies it whole', () => {
		for (const size of sizes) {
			for (const id of ['1.3', '2.1', '2.3', '3.1'] as const) {
				const act = live(at(id, 'act'), 'top').state;
				const {control} = shownControl(act) ?? {};
				for (const [row, each] of (control === undefined ? [] : actRows(control)).entries()) {
					if (each.kind !== 'click' || each.click.url === null) {
						continue;
					}

					const {url} = each.click;
					let state = live({...act, ...size}, {type: 'row_chosen', row}).state;
					const seen: string[] = [];
					for (let step = 0; step < 8 && controlOf(state).row === row; step += 1) {
						seen.push(...picture(state, size));
						state = live(state, 'down').state;
					}

					const isWhole = seen.some(line => line.includes(url));
					const place = `${each.click.id} at ${size.columns}`;
					assert.equal(isWhole, url.length < size.columns - 1, place);
					if (!isWhole) {
						assert.ok(
							seen.some(
								line =>
									line.includes(`${url.slice(0, 14)}`) && line.includes('…') && line.includes(url.slice(-10)),
							),
							place,
						);
						assert.match(seen.join(' '), /y copies it whole/, place);
					}

					if (!isWhole) {
						assert.equal(copied(live({...act, ...size}, {type: 'row_chosen', row}).state), url, place);
					}
				}
			}
		}
	});

	/** What the last choice of `y` puts on the clipboard. */
	function copied(state: AppState): string {
		const asked = live(state, 'copy_value');
		const told = asked.state.sheet === null ? asked : live(asked.state, 'bottom', 'copy_chosen');
		const copy = told.effects.find(({type}) => type === 'copy');
		assert.ok(copy?.type === 'copy');
		return copy.text;
	}

	test('the addresses are those this test is about', () => {
		const longest = at('1.3', 'act')
			.controls.flatMap(control =>
				control.clickGroups.flatMap(({clicks}) => clicks.map(({url}) => url ?? '')),
			)
			.reduce((long, url) => (url.length > long.length ? url : long), '');
		assert.ok(longest.length >= narrow.columns && longest.length < wide.columns);
	});
});
