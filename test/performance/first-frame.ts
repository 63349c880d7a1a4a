import {compare, ratio} from './compare.ts';
import {type Figure, times} from './figure.ts';
import {startBare} from './in-terminal.ts';
import type {World} from './world.ts';

/** The last words of the start screen. */
export const lastOfStart = 'Nothing is sent anywhere';

/** A line of the help alone. */
const onHelp = 'One row up';

/** From the start of the process until the start screen has been written, and until it answers the first key. */
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

	const answered =
		(text: string, key: string, answer: string, ...args: readonly string[]) =>
		async () => {
			const terminal = await startBare({args});
			try {
				await terminal.sees(text);
				terminal.send(key);
				return await terminal.sees(answer);
			} finally {
				await terminal.end();
			}
		};

	const samples = await compare(turns, {
		node: until('0', '-p', '0'),
		'bare Ink': until('Hello', world.bareInk),
		wizard: until(lastOfStart, world.program),
		'bare Ink, a key': answered('Ready', 'j', 'Key 1', world.bareKeys),
		'wizard, a key': answered(lastOfStart, '?', onHelp, world.program),
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
		{
			what: 'first key answered, typed as soon as it stands',
			measured: times(ratio(samples, 'wizard, a key', 'bare Ink, a key'), 'bare Ink'),
			goal: '',
		},
	];
}
