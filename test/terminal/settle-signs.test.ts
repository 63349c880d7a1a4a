import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {settleSigns, signsFor} from '../../source/terminal/settle-signs.ts';
import {showable} from '../../source/terminal/showable.ts';

describe('what a terminal can show', () => {
	for (const [environment, platform, expected] of [
		[{}, 'linux', 'all'],
		[{LANG: 'C.UTF-8'}, 'linux', 'all'],
		[{LANG: 'de_DE.utf8', TERM: 'xterm'}, 'linux', 'all'],
		[{LANG: 'en_US.UTF-8', LC_ALL: 'C'}, 'linux', 'ascii'],
		[{LANG: 'C', LC_ALL: 'en_US.UTF-8'}, 'linux', 'all'],
		[{LANG: 'en_US.UTF-8', LC_CTYPE: 'POSIX', LC_ALL: ''}, 'darwin', 'ascii'],
		[{LANG: 'en_US.ISO-8859-1'}, 'linux', 'ascii'],
		[{LANG: 'C.UTF-8', TERM: 'linux'}, 'linux', 'letters'],
		[{}, 'win32', 'letters'],
		[{WT_SESSION: '1', LANG: 'C'}, 'win32', 'all'],
	] as const) {
		test(`${JSON.stringify(environment)} on ${platform}: ${expected}`, () => {
			assert.equal(signsFor(environment, platform), expected);
		});
	}
});

test('signs become ASCII of the same width; letters stay where the terminal has them', () => {
	assert.equal(showable(' ❯ ✖ fail · “é” …\u001B[0m', 'letters'), " > x fail - 'é' ~\u001B[0m");
	assert.equal(showable('✔ 日本 é e\u0301 – 👩‍💻', 'ascii'), '+ ???? ? e - ??');
	assert.equal(showable('✔ é', 'all'), '✔ é');
});

test('nothing beyond ASCII is left for a terminal that knows no UTF-8, and no column moves', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), text => {
			const shown = showable(text, 'ascii');
			assert.match(shown, /^[\u0000-\u007F]*$/);
		}),
	);
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom(...'❯✔ab…→日é○█')}), text => {
			assert.equal(stringWidth(showable(text, 'ascii')), stringWidth(text));
			assert.equal(stringWidth(showable(text, 'letters')), stringWidth(text));
		}),
	);
});

test('terminals are written to in what they can show, everything else whole', async () => {
	const written: unknown[] = [];
	const stream = (isTTY: boolean): NodeJS.WriteStream =>
		Object.assign(Object.create(process.stdout), {
			isTTY,
			write(chunk: unknown): boolean {
				written.push(chunk);
				return true;
			},
		});
	const terminal = stream(true);
	const pipe = stream(false);
	await settleSigns({LC_ALL: 'C'}, 'linux', [terminal, pipe]);
	terminal.write('✔ pass');
	terminal.write(Buffer.from('✔'));
	pipe.write('✔ pass');
	assert.deepEqual(written, ['+ pass', Buffer.from('✔'), '✔ pass']);
});
