import {spawn} from 'node:child_process';

/** Hosts whose pages the program may open. */
const hosts = new Set(['mixpanel.com', 'eu.mixpanel.com', 'in.mixpanel.com', 'docs.mixpanel.com']);

/** What a desktop needs to find the browser; nothing else of the environment is handed on. */
const passedOn = [
	'PATH',
	'HOME',
	'USER',
	'LANG',
	'DISPLAY',
	'WAYLAND_DISPLAY',
	'XAUTHORITY',
	'XDG_RUNTIME_DIR',
	'XDG_CURRENT_DESKTOP',
	'XDG_DATA_DIRS',
	'DBUS_SESSION_BUS_ADDRESS',
	'BROWSER',
	'SystemRoot',
];

const openers: {readonly [Name in NodeJS.Platform]?: readonly string[]} = {
	linux: ['xdg-open'],
	darwin: ['open'],
	win32: ['explorer.exe'],
};

/**
Open a page in the desktop's browser. True once the opener has started; false where there is none, where it fails at
once, and for any address but https on the hosts above.
*/
export async function openLink(
	address: string,
	environment: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
	const url = URL.parse(address);
	const [command] = openers[process.platform] ?? [];
	if (
		url === null ||
		url.protocol !== 'https:' ||
		!hosts.has(url.host) ||
		url.username !== '' ||
		command === undefined
	) {
		return false;
	}

	const env = Object.fromEntries(
		passedOn.flatMap(name => (environment[name] === undefined ? [] : [[name, environment[name]]])),
	);
	return new Promise(resolve => {
		const child = spawn(command, [url.href], {env, stdio: 'ignore', detached: true});
		child.once('error', () => resolve(false));
		child.once('spawn', () => {
			child.unref();
			resolve(true);
		});
	});
}
