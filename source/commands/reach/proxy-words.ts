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

/** Warn on standard error of a proxy that is named and not used; nothing is said where Mixpanel itself is not asked. */
export function warnOfProxy({io}: Pick<Invocation, 'io'>, {baseUrl}: Pick<Connection, 'baseUrl'>): void {
	const choice = chooseProxy(process.env, process.versions.node);
	if (choice.kind === 'ignored' && baseUrl.kind === 'live') {
		io.stderr.write(`Warning: ${choice.why} ${choice.next}\n`);
	}
}
