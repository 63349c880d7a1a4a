import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {newPicking} from '../../../source/ui/state/picking/picking.ts';
import {picture, sizes} from '../picture.ts';
import {inside, live} from '../story.ts';
import {readOrganization} from '../world.ts';

describe('lists of rows, in every size', () => {
	let list: AppState;
	before(async () => {
		list = inside(await readOrganization('startup'));
	});

	test('a register shows its rows, how far it is, what is marked and what can be pressed', () => {
		const picking = newPicking({kind: 'rows', control: '3.1', rule: 'service-account-register'});
		const state = live({...list, picking}, 'tick', 'down').state;
		for (const size of sizes) {
			const words = picture(state, size).join('\n');
			for (const part of [/0 of 7 recorded +1 marked/, /\[x\] ○/, /❯ \[ \] ○/, /enter record/, /esc back/]) {
				assert.match(words, part, `${size.columns} by ${size.rows}`);
			}

			assert.match(words, /last used|never used/, 'what helps to answer');
		}
	});

	test('without any waiver it says so', () => {
		const state: AppState = {...list, picking: newPicking({kind: 'waivers'})};
		for (const size of sizes) {
			assert.match(picture(state, size).join('\n'), /Nothing is waived or exempted here\./);
		}
	});
});
