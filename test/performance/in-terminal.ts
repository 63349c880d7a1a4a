import {spawn} from '@lydell/node-pty';
import {temporaryHome} from '../support/temporary-home.ts';

export type TerminalOptions = {
	readonly args: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	readonly environment?: Readonly<Record<string, string>>;
};

/** A program in a terminal of which only the bytes are looked at, so that looking costs next to nothing. */
export type BareTerminal = {
	/** Milliseconds from the start, or from `since`, until the program has written `text`. */
	readonly sees: (text: string, since?: number) => Promise<number>;
	/** Sends a key and resolves to the milliseconds until the program has written something. */
	readonly press: (key: string) => Promise<number>;
	readonly send: (keys: string) => void;
	/** Ends the program, at once or by the given keys, and resolves when it has ended. Again, it does nothing. */
	readonly end: (keys?: string) => Promise<void>;
};

/** Starts Node with `args` in a terminal and a home directory of its own, 80 by 24 unless told otherwise. */
export async function startBare(options: TerminalOptions): Promise<BareTerminal> {
	const home = await temporaryHome();
	const started = performance.now();
	const pty = spawn(process.execPath, [...options.args], {
		name: 'xterm-256color',
		cols: options.columns ?? 80,
		rows: options.rows ?? 24,
		cwd: home.directory,
		env: {
			...home.environment,
			TERM: 'xterm-256color',
			COLORTERM: 'truecolor',
			...options.environment,
		},
	});
	let written = '';
	let look = (_at: number): void => undefined;
	let giveUp = (_why: Error): void => undefined;
	let hasEnded = false;
	pty.onData(data => {
		const at = performance.now();
		written += data;
		look(at);
	});
	const ended = new Promise<void>(resolve => {
		pty.onExit(() => {
			hasEnded = true;
			resolve();
			giveUp(new Error(`the program ended early, having written ${JSON.stringify(written.slice(-500))}`));
		});
	});
	const until = (isEnough: () => boolean, since: number): Promise<number> => {
		if (isEnough()) {
			return Promise.resolve(performance.now() - since);
		}

		const {promise, resolve, reject} = Promise.withResolvers<number>();
		const timer = setTimeout(
			() => giveUp(new Error(`nothing came, only ${JSON.stringify(written.slice(-500))}`)),
			20_000,
		);
		giveUp = reject;
		look = at => {
			if (isEnough()) {
				resolve(at - since);
			}
		};
		return promise.finally(() => {
			clearTimeout(timer);
			look = () => undefined;
			giveUp = () => undefined;
		});
	};

	return {
		sees: (text, since = started) => until(() => written.includes(text), since),
		press(key) {
			const before = written.length;
			const at = performance.now();
			pty.write(key);
			return until(() => written.length > before, at);
		},
		send(keys) {
			written = '';
			pty.write(keys);
		},
		async end(keys) {
			if (!hasEnded && keys !== undefined) {
				pty.write(keys);
			} else if (!hasEnded) {
				pty.kill('SIGKILL');
			}

			await ended;
			await home.remove();
		},
	};
}
