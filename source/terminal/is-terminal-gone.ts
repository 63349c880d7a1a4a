import {isatty} from 'node:tty';

/** Whether the terminal behind an output was closed since the start; false for what never was one. */
export function isTerminalGone(stdout: NodeJS.WriteStream & {readonly fd: number}): boolean {
	return stdout.isTTY && !isatty(stdout.fd);
}
