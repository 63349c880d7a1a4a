import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import type {Figure} from './figure.ts';

const megabyte = 1024 * 1024;
const size = 50 * megabyte;

/**
Counting an exported audit log of 50 MB against reading the same file line by line and doing nothing: both in a process of
their own, one after the other, with the memory each took above what a bare node takes.
*/
export async function countAuditLog(): Promise<readonly Figure[]> {
	const folder = await mkdtemp(join(tmpdir(), 'mixpanel-harden-bench-log-'));
	try {
		const file = join(folder, 'log.ndjson');
		await writeLog(file);
		const bare = await run('');
		const lines = await run(
			`import {createReadStream} from 'node:fs';
			import {createInterface} from 'node:readline';
			for await (const line of createInterface({input: createReadStream(process.env.FILE)})) void line;`,
			file,
		);
		const counted = await run(
			`const {readAuditLog} = await import(${JSON.stringify(new URL('../../source/evidence/audit-log/read-audit-log.ts', import.meta.url).href)});
			started = performance.now();
			await readAuditLog(process.env.FILE, {signal: new AbortController().signal, now: new Date(), onProgress() {}});`,
			file,
		);
		return [
			{
				what: 'audit log of 50 MB: memory above bare node',
				measured: `${Math.round((counted.memory - bare.memory) / megabyte)} MB (${Math.round((lines.memory - bare.memory) / megabyte)} MB reading lines)`,
				goal: 'the same for 50 MB and 1 GB',
			},
			{
				what: 'audit log of 50 MB: speed',
				measured: `${rate(counted.time)} MB/s, ${(counted.time / lines.time).toFixed(1)} × reading lines`,
				goal: 'for reading',
			},
		];
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}

function rate(milliseconds: number): number {
	return Math.round(size / megabyte / (milliseconds / 1000));
}

async function writeLog(file: string): Promise<void> {
	const block = Array.from({length: 2000}, (_, index) => {
		const at = new Date(Date.now() - index * 3_600_000).toISOString();
		return `${JSON.stringify({time: at, user: {email: `user${index}@corp.example`, ip: '203.0.113.7'}, action: index % 2 === 0 ? 'session.logged_in' : 'user.role_changed'})}\n`;
	}).join('');
	const handle = await open(file, 'w');
	try {
		for (let written = 0; written < size; written += block.length) {
			await handle.write(block);
		}
	} finally {
		await handle.close();
	}
}

/** Most memory and the time of a script, in a node of its own. */
async function run(script: string, file = ''): Promise<{readonly memory: number; readonly time: number}> {
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
