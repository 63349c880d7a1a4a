import type {EventEmitter} from 'node:events';
import {setImmediate, setTimeout} from 'node:timers/promises';

/** Milliseconds until a stop that was asked for shows: one that came is over by then, as nothing runs while it lasts. */
const patience = 200;

/** The part of a process that can be stopped and continued. */
export type Stoppable = Pick<NodeJS.Process, 'kill' | 'platform'> & Pick<EventEmitter, 'on' | 'off'>;

export type JobControl = {
	/**
	Stop this process and those it was started with, as a terminal does at Ctrl-Z. Resolves once they go on: true, or
	false where nothing was stopped, as without a shell that could continue it and on Windows.
	*/
	readonly stop: () => Promise<boolean>;
	readonly close: () => void;
};

/**
Notice when somebody else asks to stop (`kill -TSTP`), which `onStop` then has to do, and when the process goes on
after a stop of which nothing was known before.
*/
export function watchJob(
	source: Stoppable,
	{onStop, onContinued}: {readonly onStop: () => void; readonly onContinued: () => void},
): JobControl {
	const isPossible = source.platform !== 'win32';
	let continued: (() => void) | null = null;
	const whenContinued = (): void => (continued ?? onContinued)();
	if (isPossible) {
		source.on('SIGTSTP', onStop);
		source.on('SIGCONT', whenContinued);
	}

	return {
		async stop() {
			if (!isPossible || continued !== null) {
				return false;
			}

			let isOver = false;
			const over = new Promise<void>(resolve => {
				continued = () => {
					isOver = true;
					resolve();
				};
			});
			// Only unheard does the signal stop anything.
			source.off('SIGTSTP', onStop);
			try {
				// All of the group, as npx waits for the wizard in the foreground and the shell for npx.
				source.kill(0, 'SIGTSTP');
				await Promise.race([over, setTimeout(patience)]);
				await setImmediate();
			} finally {
				source.on('SIGTSTP', onStop);
				continued = null;
			}

			return isOver;
		},
		close() {
			source.off('SIGTSTP', onStop);
			source.off('SIGCONT', whenContinued);
		},
	};
}
