import {lstat, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';

const arrivingName = /^\.import-[\da-f]{16}\.tmp$/;

/**
Removes what imports that were killed have left in `sessions`: directories with the name of a session that was on its
way, owned by this user, in which nothing was written for a minute at `now`. Gives their number. What cannot be
removed stays; it is no session and never becomes one.
*/
export async function sweepImports(sessions: string, now: Date): Promise<number> {
	let removed = 0;
	for (const name of await readdir(sessions).catch(() => [])) {
		const directory = join(sessions, name);
		if (arrivingName.test(name) && (await isLeftOver(directory, now))) {
			await rm(directory, {recursive: true, force: true}).then(
				() => {
					removed += 1;
				},
				() => undefined,
			);
		}
	}

	return removed;
}

async function isLeftOver(directory: string, now: Date): Promise<boolean> {
	const stats = await lstat(directory).catch(() => null);
	if (!stats?.isDirectory() || (process.getuid !== undefined && stats.uid !== process.getuid())) {
		return false;
	}

	// The facts come first and one by one, so an import that goes on shows in the directory inside.
	const inside = await lstat(join(directory, 'facts')).catch(() => null);
	return now.getTime() - Math.max(stats.mtimeMs, inside?.mtimeMs ?? 0) > 60_000;
}
