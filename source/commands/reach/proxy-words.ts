import {chooseProxy} from '../../mixpanel/proxy.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {Invocation} from '../invocation.ts';
import type {Connection} from './connection.ts';

/** What becomes of a proxy that the environment names, in a line; null when it names none. */
export function proxyNotice(): string | null {
	const choice = chooseProxy(process.env, process.versions.node);
	switch (choice.kind) {
		case 'none': {
			return null;
		}

		case 'used': {
			return `Mixpanel is reached through the proxy ${makeSafe(choice.place)} (HTTPS_PROXY).`;
		}

		case 'ignored': {
			return `${choice.why} ${choice.next}`;
		}
	}
}

/**
That the environment names a proxy which is not used, and what to do; null where none is named, it is used, or Mixpanel
itself is not asked.
*/
export function proxyWarning(
	{kind}: Connection['baseUrl'],
	environment: NodeJS.ProcessEnv = process.env,
	nodeVersion: string = process.versions.node,
): string | null {
	const choice = chooseProxy(environment, nodeVersion);
	return choice.kind === 'ignored' && kind === 'live' ? `${choice.why} ${choice.next}` : null;
}

/** Warn of it on standard error. */
export function warnOfProxy({io}: Pick<Invocation, 'io'>, {baseUrl}: Pick<Connection, 'baseUrl'>): void {
	const warning = proxyWarning(baseUrl);
	if (warning !== null) {
		io.stderr.write(`Warning: ${warning}\n`);
	}
}
