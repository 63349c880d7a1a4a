import {compare, ratio} from './compare.ts';
import {type Figure, times} from './figure.ts';
import {startBare} from './in-terminal.ts';
import type {World} from './world.ts';

/** The last words of the start screen. */
export const lastOfStart = 'Nothing is sent anywhere';

/** From the start of the process until the start screen has been written. */
export async function firstFrame(world: World, turns = 25): Promise<readonly Figure[]> {
	const until =
		(text: string, ...args: readonly string[]) =>
		async (): Promise<number> => {
			const terminal = await startBare({args});
			try {
				return await terminal.sees(text);
			} finally {
				await terminal.end();
			}
		};

	const samples = await compare(turns, {
		node: until('0', '-p', '0'),
		'bare Ink': until('Hello', world.bareInk),
		wizard: until(lastOfStart, world.program),
	});
	return [
		{
			what: 'first frame of the wizard',
			measured: times(ratio(samples, 'wizard', 'bare Ink'), 'bare Ink'),
			goal: '≤ 1.15',
		},
		{
			what: 'first frame of the wizard',
			measured: times(ratio(samples, 'wizard', 'node'), 'node -p 0'),
			goal: '',
		},
		{
			what: 'first frame of bare Ink',
			measured: times(ratio(samples, 'bare Ink', 'node'), 'node -p 0'),
			goal: '',
		},
	];
}
