import {posix, win32} from 'node:path';

const folder = 'mixpanel-harden';

/**
Where the platform keeps the state of programs: `XDG_STATE_HOME` or `~/.local/state` on Linux and the like,
`~/Library/Application Support` on macOS, `%LOCALAPPDATA%` on Windows. A variable that holds no absolute path
is ignored, as the XDG specification asks.
*/
export function defaultStateDirectory(
	environment: NodeJS.ProcessEnv,
	platform: NodeJS.Platform,
	home: string,
): string {
	if (platform === 'win32') {
		const local = environment['LOCALAPPDATA'] ?? '';
		return win32.join(win32.isAbsolute(local) ? local : win32.join(home, 'AppData', 'Local'), folder);
	}

	if (platform === 'darwin') {
		return posix.join(home, 'Library', 'Application Support', folder);
	}

	const state = environment['XDG_STATE_HOME'] ?? '';
	return posix.join(posix.isAbsolute(state) ? state : posix.join(home, '.local', 'state'), folder);
}
