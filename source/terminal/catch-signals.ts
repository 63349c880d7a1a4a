import type {EventEmitter} from 'node:events';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';

/** How long a command may take to end after a signal: the longest request (135 s) and a little more. */
const patience = 140_000;

/** One Ctrl-C can arrive twice, from the terminal and from a parent that passes it on, as npm does. */
const echo = 250;

const codes = {
	SIGINT: exitCodes.cancelled,
	SIGTERM: exitCodes.terminated,
	SIGHUP: exitCodes.hangUp,
} as const;

type SignalName = keyof typeof codes;

export type CaughtSignals = {
	/** Aborted by the first signal. */
	readonly signal: AbortSignal;
	/** The exit code the first signal asks for; null while there was none. */
	readonly exitCode: () => ExitCode | null;
	/** Act as if this signal had come. */
	readonly raise: (name: SignalName) => void;
};

/**
Listen for interrupt, termination and hang-up. The first aborts the signal and leaves the command time to end in
order. A second interrupt or termination, or running out of patience, calls `force`. A second hang-up is
no wish of anybody's: closing a terminal sends several. `now` gives milliseconds that never go back.
*/
export function catchSignals(
	source: Pick<EventEmitter, 'on'>,
	force: (code: ExitCode) => void,
	patienceMs: number = patience,
	now: () => number = () => performance.now(),
): CaughtSignals {
	const controller = new AbortController();
	let first: {readonly name: SignalName; readonly at: number} | null = null;
	const raise = (name: SignalName): void => {
		if (first === null) {
			first = {name, at: now()};
			controller.abort(new DOMException(`stopped by ${name}`, 'AbortError'));
			setTimeout(force, patienceMs, codes[name]).unref();
		} else if (name !== 'SIGHUP' && (name !== first.name || now() - first.at >= echo)) {
			force(codes[name]);
		}
	};

	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		source.on(name, () => {
			raise(name);
		});
	}

	return {signal: controller.signal, exitCode: () => (first === null ? null : codes[first.name]), raise};
}
