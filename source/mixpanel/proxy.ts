import {Agent} from 'node:https';

/** What the environment says of a proxy for https, and what comes of it. Texts never hold the proxy's password. */
export type ProxyChoice =
	| {readonly kind: 'none'}
	/** Requests to Mixpanel go through it; `place` is its host and port. */
	| {readonly kind: 'used'; readonly url: string; readonly except: string; readonly place: string}
	/** A variable is set and does nothing. */
	| {readonly kind: 'ignored'; readonly why: string; readonly next: string};

/**
The proxy of `HTTPS_PROXY` and `NO_PROXY`, in either spelling. It is used from Node 22.21 and 24.5 on, which bring the
means; loopback addresses are never asked for through it.
*/
export function chooseProxy(environment: NodeJS.ProcessEnv, nodeVersion: string): ProxyChoice {
	const value = (name: string): string =>
		(environment[name.toLowerCase()] || environment[name.toUpperCase()] || '').trim();
	const given = value('https_proxy');
	if (given === '') {
		const other = ['http_proxy', 'all_proxy'].find(name => value(name) !== '');
		return other === undefined
			? {kind: 'none'}
			: {
					kind: 'ignored',
					why: `${other.toUpperCase()} is set and HTTPS_PROXY is not, so Mixpanel is asked directly.`,
					next: 'Set HTTPS_PROXY if Mixpanel is to be reached through the proxy.',
				};
	}

	const url = URL.parse(given);
	if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
		return {
			kind: 'ignored',
			why: 'HTTPS_PROXY names no proxy that can be used, so Mixpanel is asked directly.',
			next: 'Write it as http://proxy.example:8080.',
		};
	}

	return knowsProxies(nodeVersion)
		? {kind: 'used', url: given, except: value('no_proxy'), place: url.host}
		: {
				kind: 'ignored',
				why: `HTTPS_PROXY is set, and Node ${nodeVersion} cannot use it, so Mixpanel is asked directly.`,
				next: 'Use Node 24.5 or newer to go through the proxy.',
			};
}

/** Connections through a proxy; null when there is none to use. `timeout` = for its own answer, milliseconds. */
export function createProxyAgent(
	timeout: number,
	environment: NodeJS.ProcessEnv = process.env,
	nodeVersion: string = process.versions.node,
): Agent | null {
	const choice = chooseProxy(environment, nodeVersion);
	return choice.kind === 'used'
		? new Agent({
				keepAlive: true,
				timeout,
				proxyEnv: {HTTPS_PROXY: choice.url, NO_PROXY: choice.except},
			})
		: null;
}

function knowsProxies(nodeVersion: string): boolean {
	const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
	return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
}
