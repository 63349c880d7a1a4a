import type {EventEmitter} from 'node:events';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';

/** How long a command may take to end after a signal: the longest request (135 s) and a little more. */
const patience = 140_000;

const codes = {
	SIGINT: exitCodes.cancelled,
	SIGTERM: exitCodes.terminated,
	SIGHUP: exitCodes.hangUp,
} as const;

export type CaughtSignals = {
	/** Aborted by the first signal. */
	readonly signal: AbortSignal;
	/** The exit code the first signal asks for; null while there was none. */
	readonly exitCode: () => ExitCode | null;
	/** Act as if this signal had come. */
	readonly raise: (name: keyof typeof codes) => void;
};

/**
Listen for interrupt, termination and hang-up. The first aborts the signal and leaves the command time to end in
order; a second one, or running out of patience, calls `force` with the code of the latest.
*/
export function catchSignals(
	source: Pick<EventEmitter, 'on'>,
	force: (code: ExitCode) => void,
	patienceMs: number = patience,
): CaughtSignals {
	const controller = new AbortController();
	let code: ExitCode | null = null;
	const raise = (name: keyof typeof codes): void => {
		if (code !== null) {
			force(codes[name]);
			return;
		}

		code = codes[name];
		controller.abort(new DOMException(`stopped by ${name}`, 'AbortError'));
		setTimeout(force, patienceMs, codes[name]).unref();
	};

	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		source.on(name, () => {
			raise(name);
		});
	}

	return {signal: controller.signal, exitCode: () => code, raise};
}
