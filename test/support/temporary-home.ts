import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export type TemporaryHome = {
	readonly directory: string;
	/** An environment that knows nothing of this machine's but where programs are found. */
	readonly environment: Readonly<Record<string, string>>;
	readonly remove: () => Promise<void>;
};

/** A new empty home directory with an environment whose every standard place lies inside it. */
export async function temporaryHome(): Promise<TemporaryHome> {
	const directory = await mkdtemp(path.join(os.tmpdir(), 'mixpanel-harden-home-'));
	return {
		directory,
		environment: {
			PATH: process.env['PATH'] ?? '',
			HOME: directory,
			USERPROFILE: directory,
			LOCALAPPDATA: path.join(directory, 'local'),
			XDG_STATE_HOME: path.join(directory, 'state'),
			XDG_CONFIG_HOME: path.join(directory, 'config'),
			XDG_CACHE_HOME: path.join(directory, 'cache'),
			XDG_DATA_HOME: path.join(directory, 'data'),
			TMPDIR: os.tmpdir(),
			LANG: 'C.UTF-8',
		},
		remove: () => rm(directory, {recursive: true, force: true}),
	};
}
