import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import type {Figure} from './figure.ts';

const megabyte = 1024 * 1024;

/** In megabytes. The memory must be the same for both. */
const sizes = {short: 50, long: 400} as const;

/**
Counting an exported audit log against reading the same file line by line and doing nothing, and a long log against a
short one: each in a process of its own, one after the other, with the memory it took above what a bare node takes.
*/
export async function countAuditLog(): Promise<readonly Figure[]> {
	const folder = await mkdtemp(join(tmpdir(), 'mixpanel-harden-bench-log-'));
	try {
		const file = join(folder, 'log.ndjson');
		await writeLog(file, sizes.short);
		const bare = await run('');
		const lines = await run(
			`import {createReadStream} from 'node:fs';
			import {createInterface} from 'node:readline';
			for await (const line of createInterface({input: createReadStream(process.env.FILE)})) void line;`,
			file,
		);
		const short = await run(counting, file);
		await writeLog(file, sizes.long);
		const long = await run(counting, file);
		const above = ({memory}: Measured): number => Math.round((memory - bare.memory) / megabyte);
		return [
			{
				what: `audit log of ${sizes.short} and ${sizes.long} MB: memory above bare node`,
				measured: `${above(short)} and ${above(long)} MB (${above(lines)} MB reading lines)`,
				goal: 'the same for both',
			},
			{
				what: `audit log of ${sizes.short} and ${sizes.long} MB: speed`,
				measured: `${rate(sizes.short, short)} and ${rate(sizes.long, long)} MB/s, ${(short.time / lines.time).toFixed(1)} × reading lines`,
				goal: 'for reading',
			},
		];
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}

const counting = `const {readAuditLog} = await import(${JSON.stringify(new URL('../../source/evidence/audit-log/read-audit-log.ts', import.meta.url).href)});
	started = performance.now();
	await readAuditLog(process.env.FILE, {signal: new AbortController().signal, now: new Date(), onProgress() {}});`;

function rate(megabytes: number, {time}: Measured): number {
	return Math.round(megabytes / (time / 1000));
}

async function writeLog(file: string, megabytes: number): Promise<void> {
	const block = Array.from({length: 2000}, (_, index) => {
		const at = new Date(Date.now() - index * 3_600_000).toISOString();
		return `${JSON.stringify({time: at, user: {email: `user${index}@corp.example`, ip: '203.0.113.7'}, action: index % 2 === 0 ? 'session.logged_in' : 'user.role_changed'})}\n`;
	}).join('');
	const handle = await open(file, 'w');
	try {
		for (let written = 0; written < megabytes * megabyte; written += block.length) {
			await handle.write(block);
		}
	} finally {
		await handle.close();
	}
}

/** Bytes, and milliseconds. */
type Measured = {readonly memory: number; readonly time: number};

/** Most memory and the time of a script, in a node of its own. */
async function run(script: string, file = ''): Promise<Measured> {
	const child = spawn(
		process.execPath,
		[
			'--import',
			'tsx',
			'--input-type=module',
			'--eval',
			`let started = performance.now(); ${script}
			console.log(JSON.stringify([process.resourceUsage().maxRSS * 1024, performance.now() - started]));`,
		],
		{env: {...process.env, FILE: file}, stdio: ['ignore', 'pipe', 'inherit']},
	);
	const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
	const result: unknown = JSON.parse(output);
	if (!Array.isArray(result) || typeof result[0] !== 'number' || typeof result[1] !== 'number') {
		throw new Error('The measurement gave no figures.');
	}

	return {memory: result[0], time: result[1]};
}
