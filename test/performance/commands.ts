import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {temporaryHome} from '../support/temporary-home.ts';
import {compare, ratio} from './compare.ts';
import {type Figure, times} from './figure.ts';
import {recordSession} from './journals.ts';
import type {World} from './world.ts';

const commands = [['--version'], ['--help'], ['guide'], ['guide', '3.1'], ['status']];

/** Whole runs of the commands that need neither network nor Ink, the session being one of 1,000 events. */
export async function commandTimes(world: World, turns = 25): Promise<readonly Figure[]> {
	const home = await temporaryHome();
	try {
		const environment = {...home.environment, MIXPANEL_HARDEN_STATE_DIR: `${home.directory}/harden`};
		await recordSession(environment.MIXPANEL_HARDEN_STATE_DIR, 1000);
		const run =
			(...args: readonly string[]) =>
			async (): Promise<number> => {
				const started = performance.now();
				const child = spawn(process.execPath, args, {env: environment, stdio: ['ignore', 'pipe', 'inherit']});
				child.stdout.resume();
				const [code] = await once(child, 'close');
				if (code !== 0) {
					throw new Error(`${args.join(' ')} ended with ${code}`);
				}

				return performance.now() - started;
			};

		const samples = await compare(turns, {
			'node -e 0': run('-e', '0'),
			...Object.fromEntries(commands.map(args => [args.join(' '), run(world.program, ...args)])),
		});
		return commands.map(args => ({
			what: args[0] === 'status' ? 'status, 1,000 events' : args.join(' '),
			measured: times(ratio(samples, args.join(' '), 'node -e 0'), 'node -e 0'),
			goal: '≤ 2',
		}));
	} finally {
		await home.remove();
	}
}
