import path from 'node:path';
import {shellWord} from '../../terminal/shell-word.ts';
import {platformStateDirectory} from '../../terminal/state-directory.ts';
import type {Training} from '../../types/session.ts';
import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';

/** How the program was started: what of the process tells it. */
export type Started = {
	/** Path of the script, as Node was given it. */
	readonly script: string;
	readonly directory: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly platform: NodeJS.Platform;
};

/** Flags that say which organization is meant and how it is reached; not one of them is secret. */
const aims = ['organization', 'base-url', 'dns-server'] as const;

/**
The words that start the program again so that it finds this session: the program as it was started, the training
organization that was left (null for none), the state directory where it is not the platform's own, and what else was said
in flags. To be pasted into a shell as it is.
*/
export function resumeCommand(
	invocation: Pick<Invocation, 'command' | 'positionals' | 'flags' | 'environment'>,
	left: {readonly training: Pick<Training, 'scenario' | 'seed'> | null} | null,
	started: Started = startedHere(),
): string {
	const {environment, flags} = invocation;
	const isPractice = left === null ? invocation.command === 'train' : left.training !== null;
	const seed = left?.training?.seed.toString() ?? flagText(invocation, 'seed') ?? '1';
	const practice = [
		'train',
		...(left?.training == null ? invocation.positionals : [left.training.scenario]),
		...(seed === '1' ? [] : ['--seed', seed]),
	];
	const aimed = aims.flatMap(name => {
		const value = flagText(invocation, name);
		return value === null ? [] : [`--${name}`, value];
	});
	const policy = flagText(invocation, 'policy');
	const {stateDirectory} = environment;
	const words = [
		...(isPractice ? practice : aimed),
		...(policy === null ? [] : ['--policy', policy]),
		...(stateDirectory === platformStateDirectory(started.environment, started.platform)
			? []
			: ['--state-dir', stateDirectory]),
		...(flags.has('plain') ? ['--plain'] : []),
		...(flags.has('no-color') ? ['--no-color'] : []),
	].map(word => shellWord(word, started.platform));
	const {program, divider} = programOf(started);
	return [program, ...(words.length > 0 ? divider : []), ...words].join(' ');
}

function startedHere(): Started {
	return {
		script: process.argv[1] ?? '',
		directory: process.cwd(),
		environment: process.env,
		platform: process.platform,
	};
}

const name = 'mixpanel-harden';

/** The program as it was started, and what stands before its arguments there. */
function programOf({script, directory, environment, platform}: Started): {
	readonly program: string;
	readonly divider: readonly string[];
} {
	if (environment['npm_lifecycle_event'] === 'start') {
		return {program: 'npm start', divider: ['--']};
	}

	if (environment['npm_command'] === 'exec') {
		return {program: `npx ${name}`, divider: []};
	}

	// Of an installed program the script is a link with its name; on Windows it is started through a file beside it.
	if (script === '' || path.basename(script) === name || platform === 'win32') {
		return {program: name, divider: []};
	}

	const near = path.relative(directory, script);
	return {
		program: `node ${shellWord(near.startsWith('..') ? script : near, platform)}`,
		divider: [],
	};
}
