import {spawn} from 'node:child_process';
import path from 'node:path';
import {temporaryHome} from './temporary-home.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** Arguments for Node that start the program as built, or straight from its sources. */
export const startArguments = {
	dist: [path.join(root, 'dist/cli.js')],
	source: ['--import', 'tsx', path.join(root, 'source/cli.ts')],
} as const;

export type RunOptions = {
	/** Arguments after the program's name. */
	readonly args: readonly string[];
	/** `dist` needs `npm run build` first; `file` is any other script, run by Node itself. */
	readonly from?: keyof typeof startArguments | {readonly file: string};
	/** Laid over an otherwise empty environment; undefined takes a variable out. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	/** Written to standard input, which is then closed. */
	readonly stdin?: string;
	/** Options of Node itself, before the script. */
	readonly nodeOptions?: readonly string[];
	/** Called with what the program has written so far, each time it writes; may send signals. */
	readonly onOutput?: (stdout: string, control: RunControl) => void;
	/** Close this end of the program's standard output before it can write. */
	readonly closeStdout?: boolean;
	/** After so long the program is killed and the promise rejects. Milliseconds. */
	readonly timeout?: number;
};

export type RunControl = {readonly kill: (signal: NodeJS.Signals) => void};

export type RunResult = {
	readonly stdout: string;
	readonly stderr: string;
	/** Null when a signal ended the program. */
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
};

/** Run the program without a terminal, in a home directory of its own, until it ends. */
export async function runProgram(options: RunOptions): Promise<RunResult> {
	const {args, from = 'source', environment = {}, stdin = '', nodeOptions = [], timeout = 20_000} = options;
	const home = await temporaryHome();
	const start = typeof from === 'string' ? startArguments[from] : [from.file];
	const child = spawn(process.execPath, [...nodeOptions, ...start, ...args], {
		// Where `tsx` is found; the program itself does not look at it.
		cwd: root,
		env: {...home.environment, ...environment},
	});
	if (options.closeStdout === true) {
		child.stdout.destroy();
	}

	const output = {stdout: '', stderr: ''};
	const control = {
		kill(signal: NodeJS.Signals) {
			child.kill(signal);
		},
	};
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output.stdout += text;
		options.onOutput?.(output.stdout, control);
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		output.stderr += text;
	});
	// A program that ends without reading closes the pipe; what it says is what matters.
	child.stdin.on('error', () => {});
	child.stdin.end(stdin);

	try {
		return await new Promise<RunResult>((resolve, reject) => {
			const timer = setTimeout(() => {
				child.kill('SIGKILL');
				reject(new Error(`still running after ${timeout} ms:\n${output.stdout}\n${output.stderr}`));
			}, timeout);
			child.once('error', reject);
			child.once('close', (code, signal) => {
				clearTimeout(timer);
				resolve({...output, code, signal});
			});
		});
	} finally {
		await home.remove();
	}
}
