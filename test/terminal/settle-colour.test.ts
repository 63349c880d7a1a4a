import assert from 'node:assert/strict';
import {test} from 'node:test';
import {settleColour} from '../../source/terminal/settle-colour.ts';

for (const [name, environment, flag, expected] of [
	['nothing', {}, false, undefined],
	['the flag', {}, true, '0'],
	['the flag over FORCE_COLOR', {FORCE_COLOR: '3'}, true, '0'],
	['NO_COLOR', {NO_COLOR: '1'}, false, '0'],
	['NO_COLOR over FORCE_COLOR', {NO_COLOR: '1', FORCE_COLOR: '3'}, false, '0'],
	['an empty NO_COLOR', {NO_COLOR: ''}, false, undefined],
	['TERM=dumb', {TERM: 'dumb'}, false, '0'],
	['FORCE_COLOR', {TERM: 'xterm', FORCE_COLOR: '3'}, false, '3'],
] as const) {
	test(`with ${name} the colour library is told ${expected ?? 'nothing'}`, () => {
		const settled: NodeJS.ProcessEnv = {...environment};
		settleColour(settled, flag);
		assert.equal(settled['FORCE_COLOR'], expected);
	});
}
