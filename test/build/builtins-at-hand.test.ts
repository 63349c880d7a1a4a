import assert from 'node:assert/strict';
import {test} from 'node:test';
import {builtinsAtHand} from '../../source/build/builtins-at-hand.ts';

const taken = (names: string, from: string): string =>
	`const ${names}=globalThis.process.getBuiltinModule("${from}");`;

for (const [what, bundled, expected] of [
	['a default', 'import fs from"node:fs";fs.x();', `${taken('fs', 'node:fs')}fs.x();`],
	['names', 'import{a,b as c}from"node:util";c(a)', `${taken('{a,b:c}', 'node:util')}c(a)`],
	['everything', 'import*as os from"os";os.x()', `${taken('os', 'os')}os.x()`],
	[
		'both',
		'import path,{join}from"node:path";',
		`${taken('path', 'node:path')}${taken('{join}', 'node:path')}`,
	],
	['one after code', 'f();import p from"node:process";p.x', `${taken('p', 'node:process')}f();p.x`],
	['a file', 'import{a}from"./a.js";import"node:fs";a', 'import{a}from"./a.js";import"node:fs";a'],
	['words', 'f("import fs from node:fs");', 'f("import fs from node:fs");'],
] as const) {
	test(`of the imports of a bundled file: ${what}`, () => {
		assert.equal(builtinsAtHand(bundled), expected);
	});
}
