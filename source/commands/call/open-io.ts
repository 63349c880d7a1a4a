import type {Io} from '../invocation.ts';

/** The streams of this process. Standard input is opened only when it is asked for. */
export function openIo(): Io {
	return {
		get stdin() {
			return process.stdin;
		},
		stdout: process.stdout,
		stderr: process.stderr,
		get isTerminal() {
			// On other streams the property does not exist, whatever its type says.
			return process.stdin.isTTY === true && process.stdout.isTTY === true;
		},
	};
}
