import assert from 'node:assert/strict';

/** That a program has shown the cursor again and takes no marks for pastes any more, by all it has written. */
export function assertGivenBack(output: string): void {
	for (const [on, off] of [
		['\u001B[?25l', '\u001B[?25h'],
		['\u001B[?2004h', '\u001B[?2004l'],
	] as const) {
		assert.ok(output.lastIndexOf(on) <= output.lastIndexOf(off), JSON.stringify(off));
	}
}
