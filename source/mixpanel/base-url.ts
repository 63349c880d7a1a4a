import {exitCodes} from '../types/exit-code.ts';
import type {Region} from '../types/target.ts';
import {UserError} from '../types/user-error.ts';

/** Where requests go: one of Mixpanel's regions, or a loopback server that plays Mixpanel. `origin` has no path. */
export type BaseUrl =
	| {readonly kind: 'live'; readonly region: Region; readonly origin: string}
	| {readonly kind: 'simulated'; readonly origin: string};

const origins = {
	us: 'https://mixpanel.com',
	eu: 'https://eu.mixpanel.com',
	in: 'https://in.mixpanel.com',
} as const satisfies Record<Region, string>;

const regions = ['us', 'eu', 'in'] as const satisfies readonly Region[];

// The spelling is checked as well as the parsed URL: the URL parser quietly accepts tabs, backslashes,
// full-width letters and numbers that happen to mean 127.0.0.1.
const plainSpelling =
	/^(?:https:\/\/(?:eu\.|in\.)?mixpanel\.com|https?:\/\/(?:127\.0\.0\.1|\[::1\]))(?::\d{1,5})?\/?$/i;

/**
The base URL a person gave. Allowed are exactly the three region hosts over https and loopback literals
(reliability, "host"); anything else could receive the secret.
@throws {UserError} exit 2, naming what is allowed and never repeating the text, which may hold a password.
*/
export function parseBaseUrl(text: string): BaseUrl {
	const url = plainSpelling.test(text) ? URL.parse(text) : null;
	const baseUrl = url === null ? null : judge(url);
	if (baseUrl === null) {
		throw new UserError('This base URL is not allowed.', {
			why: 'The service account secret is sent there, so only Mixpanel itself or a server on this machine may receive it.',
			next: `Use ${origins.us}, ${origins.eu} or ${origins.in}, or a loopback address such as http://127.0.0.1:4000 or http://[::1]:4000.`,
			exitCode: exitCodes.usage,
		});
	}

	return baseUrl;
}

/** The live base URL of a region (mixpanel-api §1.1). */
export function baseUrlOfRegion(region: Region): BaseUrl {
	return {kind: 'live', region, origin: origins[region]};
}

function judge(url: URL): BaseUrl | null {
	if (
		url.pathname !== '/' ||
		url.search !== '' ||
		url.hash !== '' ||
		url.username !== '' ||
		url.password !== ''
	) {
		return null;
	}

	for (const region of regions) {
		// `origin` leaves out the default port and nothing else, so equality also settles scheme, host and port.
		if (url.origin === origins[region]) {
			return baseUrlOfRegion(region);
		}
	}

	const isLoopback = url.hostname === '127.0.0.1' || url.hostname === '[::1]';
	return isLoopback && url.port !== '0' ? {kind: 'simulated', origin: url.origin} : null;
}
