import {createReadStream} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {openSession} from '../../source/session/open-session.ts';
import {compare, quantile, ratio} from './compare.ts';
import {type Figure, times} from './figure.ts';
import {openOptions, writeJournal} from './journals.ts';
import type {World} from './world.ts';

/** Opening a session of 100,000 events, every checksum looked at, beside only cutting the file into lines. */
export async function openJournal(world: World, turns = 5): Promise<readonly Figure[]> {
	const stateDirectory = path.join(world.directory, 'long');
	const file = await writeJournal(stateDirectory, 100_000);
	const samples = await compare(
		turns,
		{
			async lines() {
				const started = performance.now();
				let count = 0;
				for await (const _ of createInterface({input: createReadStream(file)})) {
					count += 1;
				}

				if (count !== 100_000) {
					throw new Error(`${count} lines`);
				}

				return performance.now() - started;
			},
			async open() {
				const started = performance.now();
				const opened = await openSession(openOptions(stateDirectory));
				const took = performance.now() - started;
				if (opened.kind !== 'open') {
					throw new Error(`the session is ${opened.kind}`);
				}

				await opened.session.close();
				return took;
			},
		},
		1,
	);
	return [
		{
			what: 'opening a journal of 100,000 events',
			measured: `${times(ratio(samples, 'open', 'lines'), 'its lines')}, ${Math.round(quantile(samples, 'open'))} ms`,
			goal: '≤ 1000 ms',
		},
	];
}
