/** One line on standard error that says what is under way, and nothing once it is over. */
export type Progress = {readonly say: (what: string) => void; readonly clear: () => void};

/** Milliseconds before anything is said: what is quick needs no words. */
const patience = 500;

/** Progress for a command without a screen. On a terminal the line replaces itself; elsewhere only a long wait is told, once each. */
export function createProgress(stderr: NodeJS.WriteStream, quiet: boolean): Progress {
	const startedAt = performance.now();
	let shown = '';
	return {
		say(what) {
			if (quiet || what === shown || performance.now() - startedAt < patience) {
				return;
			}

			if (stderr.isTTY) {
				stderr.write(`\r\u001B[2K${what} …`);
				shown = what;
			} else if (!what.startsWith('reading')) {
				stderr.write(`${what} …\n`);
				shown = what;
			}
		},
		clear() {
			if (stderr.isTTY && shown !== '') {
				stderr.write('\r\u001B[2K');
				shown = '';
			}
		},
	};
}
