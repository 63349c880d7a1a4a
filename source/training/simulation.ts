import type {HttpBindings} from '@hono/node-server';
import type {Context, Hono} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {Dialects} from './dialects.ts';
import {stringifyExact} from './exact-json.ts';
import type {Organization, StoredAccount} from './organization.ts';
import type {RouteName} from './routes/route-name.ts';

/** What each route is given. */
export type Simulation = {
	readonly organization: Organization;
	readonly dialects: Dialects;
	readonly seed: number;
	readonly now: () => Date;
};

/**
The server's own types for hono: the node request, the account whose credential was accepted, and whether a fault
cut the connection instead of answering.
*/
export type SimulationEnvironment = {
	Bindings: HttpBindings;
	Variables: {caller: StoredAccount; isCut: boolean | undefined};
};
export type SimulationApp = Hono<SimulationEnvironment>;
export type SimulationContext = Context<SimulationEnvironment>;

/** Adds the routes of one group to an app. */
export type AddRoutes = (app: SimulationApp, simulation: Simulation) => void;

/** An answer as JSON, whole numbers exact. */
export function sendJson(
	context: SimulationContext,
	body: unknown,
	status: ContentfulStatusCode = 200,
): Response {
	return context.body(stringifyExact(body), status, {'Content-Type': 'application/json'});
}

/** An answer in the envelope (mixpanel-api §1.4), or bare where the dialect says so. */
export function sendResults(
	context: SimulationContext,
	{dialects}: Simulation,
	route: RouteName,
	results: unknown,
	beside: Readonly<Record<string, unknown>> = {},
): Response {
	return sendJson(context, dialects.bare.includes(route) ? results : {status: 'ok', results, ...beside});
}

/** A refusal in the error envelope. */
export function sendError(context: SimulationContext, status: ContentfulStatusCode, error: string): Response {
	return sendJson(context, {status: 'error', error}, status);
}
