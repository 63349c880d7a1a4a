import {text as readAll} from 'node:stream/consumers';
import {parseDnsServer} from '../../evidence/parse-dns-server.ts';
import {type BaseUrl, baseUrlOfRegion, parseBaseUrl} from '../../mixpanel/base-url.ts';
import {keepOut} from '../../terminal/redact.ts';
import type {Credentials} from '../../types/credentials.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {Secret} from '../../types/secret.ts';
import {UserError} from '../../types/user-error.ts';
import {askedOrganization, askedProject} from '../call/asked-ids.ts';
import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';

/** Where to read, and as whom. */
export type Connection = {
	readonly baseUrl: BaseUrl;
	readonly credentials: Credentials;
	/** The organization that was asked for, null when the key's only one is meant. */
	readonly organizationId: string | null;
	readonly projectId: string | null;
	/** `IP:port` of the name server for the claimed domains; absent or null = the system's. */
	readonly dnsServer?: string | null;
	/** The second, optional credential, for SCIM alone. */
	readonly scimToken?: Secret | null;
};

/**
The connection that flags and environment describe, null when they name no credentials at all. A loopback address
is only ever used when it was given. Throws a UserError (exit 2) for half a set of credentials, a bad address or an id
that is no number.
*/
export async function connectionOf(invocation: Invocation): Promise<Connection | null> {
	const {environment} = invocation;
	const given = flagText(invocation, 'base-url') ?? environment.baseUrl;
	const baseUrl = given === null ? baseUrlOfRegion('us') : parseBaseUrl(given);
	const ids = {organizationId: askedOrganization(invocation), projectId: askedProject(invocation)};
	const secret = invocation.flags.has('secret-stdin')
		? await secretFromInput(invocation)
		: environment.secret;
	const {serviceAccount} = environment;
	if (serviceAccount === null && secret === null) {
		return null;
	}

	if (serviceAccount === null || secret === null) {
		const missing = serviceAccount === null ? 'MIXPANEL_SERVICE_ACCOUNT' : 'MIXPANEL_SERVICE_ACCOUNT_SECRET';
		throw new UserError('Half of the credentials is missing.', {
			why: `${missing} is not set.`,
			next: `Set ${missing} as well, or unset both.`,
			exitCode: exitCodes.usage,
		});
	}

	return {
		baseUrl,
		credentials: {serviceAccount, secret},
		...ids,
		...besideOf(invocation),
	};
}

/** What a connection is told besides its key. Throws a UserError (exit 2) for what is no address of a name server. */
export function besideOf(invocation: Invocation): Pick<Connection, 'dnsServer' | 'scimToken'> {
	const server = flagText(invocation, 'dns-server');
	return {
		dnsServer: server === null ? null : parseDnsServer(server),
		scimToken: invocation.environment.scimToken ?? null,
	};
}

async function secretFromInput({io}: Invocation): Promise<Secret> {
	if (io.stdin.isTTY) {
		throw new UserError('--secret-stdin reads the secret from a pipe, and standard input is a terminal.', {
			why: 'A secret typed here would show on the screen.',
			next: 'Pipe it in, for example: secret-tool lookup … | mixpanel-harden check --secret-stdin',
			exitCode: exitCodes.usage,
		});
	}

	const content = (await readAll(io.stdin)).replace(/\r?\n$/, '');
	if (content === '' || /[\r\n\0]/.test(content)) {
		throw new UserError('Standard input does not hold a secret.', {
			why: 'It has to be one line of text, and it is empty or has several.',
			next: 'Pipe in the service account’s secret alone.',
			exitCode: exitCodes.usage,
		});
	}

	const secret = new Secret(content);
	keepOut(secret);
	return secret;
}
