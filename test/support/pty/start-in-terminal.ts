import {type IPty, spawn} from '@lydell/node-pty';
import headless from '@xterm/headless';
import {temporaryHome} from '../temporary-home.ts';
import {drawTerminal, type PictureOptions} from '../terminal-picture.ts';
import {type Key, keys} from './keys.ts';

export type StartOptions = {
	readonly command: string;
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Laid over a clean environment with a home directory of its own; undefined takes a variable out. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
};

export type Exit = {
	readonly code: number;
	/** Number of the signal that ended the program; null when it ended by itself. */
	readonly signal: number | null;
};

/** A program running in a terminal of its own. */
export type Terminal = {
	readonly pid: number;
	/** The home directory the program sees; removed by `close`. */
	readonly home: string;
	/** The rows on screen from top to bottom, without the blanks at their ends. */
	readonly screen: () => readonly string[];
	/** Every row the usual screen has ever shown, the visible ones last. */
	readonly scrollback: () => readonly string[];
	/** Every byte the program has written, as text. */
	readonly output: () => string;
	/** Whether the alternate screen, which vanishes at the end, is up. */
	readonly isAlternateScreen: () => boolean;
	/** Column and row of the cursor, from 0. */
	readonly cursor: () => {readonly column: number; readonly row: number};
	/**
	Resolves to the screen once a row of it, or all rows joined by line breaks, matches; looks again whenever the
	program has written. Rejects with the last screen when time is up or the program has ended without a match.
	*/
	readonly waitFor: (
		wanted: RegExp | ((screen: readonly string[]) => boolean),
		timeoutMs?: number,
	) => Promise<readonly string[]>;
	/** Type text as it is. */
	readonly type: (text: string) => void;
	readonly press: (...names: readonly Key[]) => void;
	/** Insert text the way a terminal pastes it: marked as pasted where the program has asked for that. */
	readonly paste: (text: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	readonly kill: (signal: NodeJS.Signals) => void;
	/** Close the terminal under the program, as closing its window does. */
	readonly hangUp: () => void;
	/** The screen as it is now, drawn as an SVG. */
	readonly picture: (options?: PictureOptions) => string;
	readonly exit: Promise<Exit>;
	/** End the program if it still runs, and remove its home directory. */
	readonly close: () => Promise<void>;
};

/** Start a program in a pseudo-terminal, 80 by 24 unless told otherwise. */
export async function startInTerminal(options: StartOptions): Promise<Terminal> {
	const {columns = 80, rows = 24} = options;
	const home = await temporaryHome();
	const screen = new headless.Terminal({cols: columns, rows, scrollback: 10_000, allowProposedApi: true});
	const pty = spawn(options.command, [...(options.args ?? [])], {
		// The library sets TERM to this, whatever the environment says.
		name: options.environment?.['TERM'] ?? 'xterm-256color',
		cols: columns,
		rows,
		cwd: options.cwd ?? process.cwd(),
		env: withoutUndefined({
			...home.environment,
			TERM: 'xterm-256color',
			COLORTERM: 'truecolor',
			...options.environment,
		}),
	});
	const written: string[] = [];
	const watchers = new Set<() => void>();
	let ended: Exit | null = null;
	const look = (): void => {
		for (const watcher of watchers) {
			watcher();
		}
	};

	pty.onData(data => {
		written.push(data);
		screen.write(data, look);
	});
	// Answers to the program's questions about the terminal.
	screen.onData(answer => {
		if (ended === null) {
			pty.write(answer);
		}
	});
	const exit = new Promise<Exit>(resolve => {
		pty.onExit(({exitCode, signal}) => {
			// Only after everything written has reached the screen.
			screen.write('', () => {
				ended = {code: exitCode, signal: signal === undefined || signal === 0 ? null : signal};
				resolve(ended);
				look();
			});
		});
	});

	const visible = (): readonly string[] => readRows(screen, screen.buffer.active.viewportY, screen.rows);
	const terminal: Terminal = {
		pid: pty.pid,
		home: home.directory,
		screen: visible,
		scrollback: () => readRows(screen, 0, screen.buffer.normal.length, screen.buffer.normal),
		output: () => written.join(''),
		isAlternateScreen: () => screen.buffer.active.type === 'alternate',
		cursor: () => ({column: screen.buffer.active.cursorX, row: screen.buffer.active.cursorY}),
		waitFor: (wanted, timeoutMs = 10_000) =>
			new Promise((resolve, reject) => {
				const matches =
					typeof wanted === 'function' ? wanted : (shown: readonly string[]) => hasMatch(shown, wanted);
				const settle = (failure: string | null): void => {
					watchers.delete(watcher);
					clearTimeout(timer);
					if (failure === null) {
						resolve(visible());
					} else {
						reject(new Error(`${failure} for ${String(wanted)}. The screen:\n${framed(visible())}`));
					}
				};

				const watcher = (): void => {
					if (matches(visible())) {
						settle(null);
					} else if (ended !== null) {
						settle(`The program ended (${ended.code}) while waiting`);
					}
				};

				const timer = setTimeout(settle, timeoutMs, `Waited ${timeoutMs} ms`);
				watchers.add(watcher);
				watcher();
			}),
		type(text) {
			pty.write(text);
		},
		press(...names) {
			for (const name of names) {
				pty.write(keys[name]);
			}
		},
		paste(text) {
			pty.write(screen.modes.bracketedPasteMode ? `\u001B[200~${text}\u001B[201~` : text);
		},
		resize(newColumns, newRows) {
			screen.resize(newColumns, newRows);
			pty.resize(newColumns, newRows);
		},
		kill(signal) {
			if (ended === null) {
				process.kill(pty.pid, signal);
			}
		},
		hangUp() {
			// The library has it and its types do not.
			if ('destroy' in pty && typeof pty.destroy === 'function') {
				pty.destroy();
			}
		},
		picture: pictureOptions =>
			drawTerminal(screen, {hasCursor: hasCursor(written.join('')), ...pictureOptions}),
		exit,
		async close() {
			if (ended === null) {
				stop(pty);
			}

			await exit;
			screen.dispose();
			await home.remove();
		},
	};
	return terminal;
}

/** Whether the cursor was last asked to be seen. */
function hasCursor(output: string): boolean {
	return output.lastIndexOf('\u001B[?25h') >= output.lastIndexOf('\u001B[?25l');
}

function stop(pty: IPty): void {
	try {
		process.kill(pty.pid, 'SIGKILL');
	} catch {
		// It has ended by itself in this very moment.
	}
}

type Buffer = headless.Terminal['buffer']['active'];

function readRows(
	screen: headless.Terminal,
	first: number,
	count: number,
	buffer: Buffer = screen.buffer.active,
): readonly string[] {
	return Array.from(
		{length: count},
		(_, row) => buffer.getLine(first + row)?.translateToString(true, 0, screen.cols) ?? '',
	);
}

function hasMatch(shown: readonly string[], wanted: RegExp): boolean {
	// A sticky or global expression would remember where it stopped.
	const expression = new RegExp(wanted.source, wanted.flags.replaceAll(/[gy]/g, ''));
	return expression.test(shown.join('\n')) || shown.some(row => expression.test(row));
}

function framed(shown: readonly string[]): string {
	return shown.map(row => `| ${row}`).join('\n');
}

function withoutUndefined(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const result: Record<string, string> = {};
	for (const [name, value] of Object.entries(variables)) {
		if (value !== undefined) {
			result[name] = value;
		}
	}

	return result;
}
