import {setTimeout as pause} from 'node:timers/promises';
import {compare, quantile, ratio} from './compare.ts';
import {type Figure, times} from './figure.ts';
import {startBare} from './in-terminal.ts';
import type {World} from './world.ts';

const size = {columns: 120, rows: 40};
const down = '\u001B[B';

/** No two keys come closer than this, milliseconds: the wizard has drawn and come to rest between them. */
const apart = 50;

/** Keys come in a row, as from somebody who walks down a list: a machine at rest takes time to wake, whoever it wakes for. */
const inARow = 30;

/** From an arrow key in the list of 20,000 findings until the screen has followed. */
export async function keyToFrame(world: World, turns = 4): Promise<readonly Figure[]> {
	const wizard = await startBare({args: [world.manyFindings], ...size});
	const bare = await startBare({args: [world.bareKeys], ...size});
	try {
		await wizard.sees('job-1');
		await bare.sees('Ready');
		const key = (terminal: typeof wizard) => async (): Promise<number> => {
			await pause(apart);
			return terminal.press(down);
		};

		const samples = await compare(turns, {'bare Ink': key(bare), wizard: key(wizard)}, 1, inARow);
		const p95 = quantile(samples, 'wizard', 0.95);
		const bareP95 = quantile(samples, 'bare Ink', 0.95);
		return [
			{
				what: 'key to frame, 20,000 findings, median',
				measured: `${times(ratio(samples, 'wizard', 'bare Ink'), 'bare Ink')}, ${quantile(samples, 'wizard').toFixed(1)} ms`,
				goal: '',
			},
			{
				what: 'key to frame, 20,000 findings, p95',
				measured: `${times(p95 / bareP95, 'bare Ink')}, ${p95.toFixed(1)} ms`,
				goal: '≤ 16 ms',
			},
		];
	} finally {
		await wizard.end();
		await bare.end();
	}
}
