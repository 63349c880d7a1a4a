import {isIP} from 'node:net';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';

/**
The name server a person gave, `IP[:port]` or `[IPv6]:port`, as the resolver takes it.
@throws {UserError} exit 2 for a name, a port out of range, or anything else
*/
export function parseDnsServer(text: string): string {
	const [, bracketed, plain, port] = /^(?:\[([\da-f:.]+)\]|([\d.]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
	const address = bracketed ?? plain ?? (isIP(text) === 6 ? text : '');
	const family = isIP(address);
	const fits = family === (bracketed === undefined && plain !== undefined ? 4 : 6);
	if (!fits || port === '0' || Number(port ?? 53) > 65_535) {
		throw new UserError('--dns-server is not the address of a name server.', {
			why: 'It takes an IP address, with a port when that is not 53.',
			next: 'Write for example --dns-server 1.1.1.1, --dns-server 127.0.0.1:5353 or --dns-server [::1]:5353.',
			exitCode: exitCodes.usage,
		});
	}

	return `${family === 6 ? `[${address}]` : address}:${port ?? 53}`;
}
