import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, type TestContext} from 'node:test';
import {build} from 'esbuild';

export type Said = {
	readonly kind?: string;
	readonly notices?: readonly string[];
	readonly holder?: {readonly pid: number};
	readonly saved?: string;
	readonly refused?: string;
	readonly exitCode?: number | null;
	readonly closed?: boolean;
};

export type Writer = {
	readonly child: ChildProcess;
	/** Everything said so far. */
	readonly said: Said[];
	/** Resolves when a line fits, or the process has ended. */
	until(fits: (line: Said) => boolean): Promise<void>;
	/** Resolves when the process has ended and all its lines are read. */
	readonly ended: Promise<void>;
};

export type WriterOptions = {
	readonly directory: string;
	readonly name: string;
	/** Ticks to record. */
	readonly most: number;
	/** Whether it closes the session in the end or stays. */
	readonly end?: 'close' | 'stay';
	/** Limit of a file's size in KiB. */
	readonly fileLimit?: number;
};

/**
Builds the writer once for a test file, because starting it from source costs ten times as much, and gives the
way to start it. Every process that still runs after its test is ended.
*/
export function prepareWriter(): (test: TestContext, options: WriterOptions) => Writer {
	let place = '';
	before(async () => {
		place = await mkdtemp(join(tmpdir(), 'mixpanel-harden-writer-'));
		await build({
			entryPoints: [join(import.meta.dirname, 'writer.ts')],
			outfile: join(place, 'writer.mjs'),
			bundle: true,
			platform: 'node',
			format: 'esm',
			logLevel: 'error',
		});
	});
	after(() => rm(place, {recursive: true, force: true}));
	return (test, options) => {
		const writer = start(join(place, 'writer.mjs'), options);
		test.after(async () => {
			writer.child.kill('SIGKILL');
			await writer.ended;
		});
		return writer;
	};
}

function start(script: string, {directory, name, most, end = 'close', fileLimit}: WriterOptions): Writer {
	const call = [process.execPath, script, directory, name, String(most), end];
	const [command = '', ...words] =
		fileLimit === undefined ? call : ['bash', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...call];
	const child = spawn(command, words, {stdio: ['ignore', 'pipe', 'inherit']});
	const said: Said[] = [];
	const waiting = new Set<() => void>();
	const lines = createInterface({input: child.stdout});
	lines.on('line', line => {
		said.push(JSON.parse(line));
		for (const look of waiting) {
			look();
		}
	});
	const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(() => undefined);
	const until = (fits: (line: Said) => boolean): Promise<void> => {
		const {promise, resolve} = Promise.withResolvers<void>();
		const look = (): void => {
			if (said.some(fits)) {
				waiting.delete(look);
				resolve();
			}
		};
		waiting.add(look);
		look();
		return Promise.race([promise, ended]);
	};
	return {child, said, until, ended};
}
