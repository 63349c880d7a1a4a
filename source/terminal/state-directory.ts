import os from 'node:os';
import path from 'node:path';

const folder = 'mixpanel-harden';

/**
Where this platform keeps what programs remember: `XDG_STATE_HOME` or `~/.local/state` on Linux, Application
Support on macOS, local application data on Windows. Null when the person has no home directory.
*/
export function platformStateDirectory(
	environment: NodeJS.ProcessEnv,
	platform: NodeJS.Platform = process.platform,
	home: () => string = os.homedir,
): string | null {
	const named = platform === 'win32' ? environment['LOCALAPPDATA'] : environment['XDG_STATE_HOME'];
	// The XDG specification has relative paths ignored.
	if (platform !== 'darwin' && named !== undefined && path.isAbsolute(named)) {
		return path.join(named, folder);
	}

	const root = homeOrNull(home);
	if (root === null) {
		return null;
	}

	switch (platform) {
		case 'darwin':
			return path.join(root, 'Library', 'Application Support', folder);
		case 'win32':
			return path.join(root, 'AppData', 'Local', folder);
		default:
			return path.join(root, '.local', 'state', folder);
	}
}

function homeOrNull(home: () => string): string | null {
	try {
		const root = home();
		return path.isAbsolute(root) ? root : null;
	} catch {
		// An account without an entry in the user database, as in some containers.
		return null;
	}
}
