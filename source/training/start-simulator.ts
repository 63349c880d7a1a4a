import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {exitCodes} from '../types/exit-code.ts';
import {Secret} from '../types/secret.ts';
import {UserError} from '../types/user-error.ts';
import {buildOrganization} from './build-organization.ts';
import {createApp} from './create-app.ts';
import {colleagueOf} from './deeds/colleague.ts';
import type {Deed} from './deeds/deed.ts';
import {doDeed} from './deeds/do-deed.ts';
import {type Dialects, type Families, plainDialects} from './dialects.ts';
import {type DnsServer, startDnsServer} from './dns-server.ts';
import {parseFaults} from './faults/parse-faults.ts';
import {keepUsing} from './keep-using.ts';
import {type Planted, plantedOf} from './planted.ts';
import type {RequestLogEntry} from './request-log-entry.ts';
import {findScenario} from './scenarios/find-scenario.ts';
import type {Scenario} from './scenarios/scenario.ts';

export type SimulatorOptions = {
	/** The name of one, or one that is at hand. */
	readonly scenario: string | Scenario;
	/** The same seed gives the same organization; any whole number. */
	readonly seed: number;
	/** 0 or absent = any free port. */
	readonly port?: number;
	readonly host?: '127.0.0.1';
	/** `name[:N][@route]`, see `faults/list.ts`. */
	readonly faults?: readonly string[];
	/** Milliseconds added to every answer. */
	readonly latency?: number;
	readonly log?: (entry: RequestLogEntry) => void;
	/** The clock of its answers. */
	readonly now: () => Date;
	/** Dates in the organization are relative to this moment; absent = the start. */
	readonly plantedAt?: Date;
	/** In place of what scenario and faults say. */
	readonly families?: Families;
	readonly dialects?: Partial<Dialects>;
};

export type Simulator = {
	/** `http://127.0.0.1:PORT`, without a final slash. */
	readonly baseUrl: string;
	readonly organizationId: string;
	readonly organizationName: string;
	/** Username of the account the client is to use. */
	readonly serviceAccount: string;
	readonly secret: Secret;
	/** For SCIM; null on a plan without it. */
	readonly scimToken: Secret | null;
	/** `127.0.0.1:PORT` of a name server that knows the organization's domains. */
	readonly dnsServer: string | null;
	readonly consoleUrl: string | null;
	/** Every request answered so far, oldest first. */
	readonly requests: readonly RequestLogEntry[];
	/** Domains the name server knows: with the TXT record of a claim, without it, and those it fails for. */
	readonly domains: {
		readonly claimed: readonly string[];
		readonly unclaimed: readonly string[];
		readonly failing: readonly string[];
	};
	/** What each rule must find here. */
	readonly planted: Planted;
	/** Somebody does something on the organization's own pages, now. Throws Error for a key the scenario does not plant. */
	readonly act: (deed: Deed) => void;
	/** Stops listening and cuts what is still open; a second call waits for the first. */
	close(): Promise<void>;
};

/**
Start a simulated organization on loopback. Scenario and seed alone decide its ids, names and secrets; the port and
the clock never do. Throws UserError for an unknown scenario or fault and for a port that cannot be had.
*/
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
	const {seed, now, host = '127.0.0.1', latency = 0} = options;
	const scenario = typeof options.scenario === 'string' ? findScenario(options.scenario) : options.scenario;
	const faults = parseFaults([...(scenario.faults ?? []), ...(options.faults ?? [])]);
	const dialects = {...plainDialects, ...scenario.dialects, ...options.dialects};
	const plantedAt = options.plantedAt ?? now();
	const organization = buildOrganization(scenario, seed, dialects, plantedAt);
	const scene = {organization, scenario, seed};
	const colleague = colleagueOf(scene, plantedAt);
	const requests: RequestLogEntry[] = [];
	let port = 0;
	const app = createApp({
		simulation: {organization, dialects, seed, now},
		families: options.families ?? faults.findLast(({fault}) => fault.families)?.fault.families ?? 'root',
		faults,
		latency,
		beforeEach() {
			colleague.catchUp(now());
			keepUsing(organization.accounts, plantedAt, now());
		},
		host: () => new URL(`http://${host}:${port}`).host,
		log(entry) {
			requests.push(entry);
			options.log?.(entry);
		},
	});
	const server = createServer(getRequestListener(app.fetch, {overrideGlobalObjects: false}));
	port = await listen(server, options.port ?? 0, host);
	const dns = await startDnsServer(organization.zone);
	let closed: Promise<void> | null = null;
	return {
		baseUrl: `http://${host}:${port}`,
		organizationId: organization.id,
		organizationName: organization.name,
		serviceAccount: organization.own.username,
		secret: new Secret(organization.own.secret),
		scimToken: organization.scimToken === null ? null : new Secret(organization.scimToken),
		dnsServer: dns.address,
		consoleUrl: null,
		requests,
		domains: sortDomains(organization.zone),
		planted: plantedOf(scenario, seed),
		act: deed => doDeed(scene, deed),
		close() {
			closed ??= stop(server, dns);
			return closed;
		},
	};
}

async function stop(server: Server, dns: DnsServer): Promise<void> {
	const ended = once(server, 'close');
	server.close();
	server.closeAllConnections();
	await Promise.all([ended, dns.close()]);
}

async function listen(server: Server, port: number, host: string): Promise<number> {
	server.listen(port, host);
	try {
		await once(server, 'listening');
	} catch (error) {
		const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		throw new UserError(`The simulated organization cannot use port ${port}.`, {
			why: isTaken ? 'Another program is using it.' : 'The system does not allow it.',
			next: 'Choose another port with --port, or leave the flag out for any free one.',
			exitCode: exitCodes.usage,
		});
	}

	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : port;
}

function sortDomains(zone: ReadonlyMap<string, readonly string[] | null>): Simulator['domains'] {
	const named = (wanted: (texts: readonly string[] | null) => boolean) =>
		[...zone].filter(([, texts]) => wanted(texts)).map(([domain]) => domain);
	const hasProof = (texts: readonly string[]) =>
		texts.some(text => text.startsWith('mixpanel-domain-verify='));
	return {
		claimed: named(texts => texts !== null && hasProof(texts)),
		unclaimed: named(texts => texts !== null && !hasProof(texts)),
		failing: named(texts => texts === null),
	};
}
