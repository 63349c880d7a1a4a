#!/usr/bin/env node
// This file alone is built for Node versions far below the one needed, so that they can run it and say so. It
// must stay free of static imports. Nothing but this file ends the process.

const needed = '22.13';
const found = process.versions.node;

function isTooOld(): boolean {
	const [major = 0, minor = 0] = found.split('.').map(Number);
	const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
	return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

/** End once all that was written has been taken: on some systems pipes are written behind the program's back. */
function finish(code: number): void {
	process.exitCode = code;
	process.stdout.write('', () => {
		process.stderr.write('', () => {
			process.exit();
		});
	});
}

function start(): void {
	// Until the program says otherwise it has not succeeded.
	process.exitCode = 1;
	// Notices of the runtime to developers; on an admin's screen they only alarm.
	process.removeAllListeners('warning');
	import('./commands/program.ts').then(
		({runProgram}) =>
			runProgram(code => {
				process.exit(code);
			}).then(finish),
		error => {
			process.stderr.write(
				`mixpanel-harden: A part of the program could not be loaded (${error.code || error.name}). Install it again: npm install -g mixpanel-harden\n`,
			);
			finish(1);
		},
	);
}

if (isTooOld()) {
	process.stderr.write(
		`mixpanel-harden: Node ${found} is too old, the program needs ${needed} or newer. Install a current Node from https://nodejs.org and start again.\n`,
	);
	process.exitCode = 2;
} else {
	start();
}
