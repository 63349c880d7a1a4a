import {setTimeout as wait} from 'node:timers/promises';
import {Hono} from 'hono';
import {HTTPException} from 'hono/http-exception';
import {authenticate, requirePrivileged} from './authenticate.ts';
import type {Families} from './dialects.ts';
import {applyFaults} from './faults/apply-faults.ts';
import type {AimedFault} from './faults/fault.ts';
import type {RequestLogEntry} from './request-log-entry.ts';
import {addCustomRoles} from './routes/custom-roles.ts';
import {addDataViews} from './routes/data-views.ts';
import {addMe} from './routes/me.ts';
import {addProjects} from './routes/projects.ts';
import {addProperties} from './routes/properties.ts';
import {addScim} from './routes/scim.ts';
import {addServiceAccountGrants} from './routes/service-account-grants.ts';
import {addServiceAccounts} from './routes/service-accounts.ts';
import {addSettings} from './routes/settings.ts';
import {addUsersAndTeams} from './routes/users-and-teams.ts';
import {type Simulation, type SimulationApp, type SimulationEnvironment, sendError} from './simulation.ts';

export type AppOptions = {
	readonly simulation: Simulation;
	readonly families: Families;
	readonly faults: readonly AimedFault[];
	/** Milliseconds added to every answer. */
	readonly latency: number;
	/** Done before a request is answered: what has happened in the organization meanwhile. */
	readonly beforeEach: () => void;
	/** The Host header every request must carry; known once the server listens. */
	readonly host: () => string;
	readonly log: (entry: RequestLogEntry) => void;
};

/** The simulated organization as a hono app: logged, checked, slowed, spoiled by faults, authenticated, answered. */
export function createApp(options: AppOptions): SimulationApp {
	const {simulation} = options;
	const app: SimulationApp = new Hono<SimulationEnvironment>();
	app.onError((error, context) =>
		error instanceof HTTPException
			? sendError(context, error.status, error.message)
			: sendError(context, 500, 'Internal server error'),
	);
	addBorder(app, options);
	for (const middleware of applyFaults(options.faults)) {
		app.use(middleware);
	}

	app.use(async (_, next) => {
		options.beforeEach();
		await next();
	});
	addScim(app, simulation);
	app.use(async (context, next) => {
		context.set('caller', authenticate(context, simulation.organization, simulation.now()));
		await next();
	});
	addMe(app, simulation);
	addServiceAccounts(app, simulation);
	addServiceAccountGrants(app, simulation);
	addDataViews(app, simulation);
	addProperties(app, simulation);
	addCustomRoles(app, simulation);
	if (options.families !== 'absent') {
		const prefix = options.families === 'root' ? '' : '/api/app';
		app.route(`${prefix}/organizations/:organization`, organizationRoutes(simulation));
	}

	app.notFound(context =>
		context.req.path.startsWith('/api/')
			? sendError(context, 404, 'Not found')
			: context.html('<!doctype html><title>Page not found</title><h1>Page not found</h1>', 404),
	);
	return app;
}

function organizationRoutes(simulation: Simulation): SimulationApp {
	const family: SimulationApp = new Hono<SimulationEnvironment>();
	family.use(async (context, next) => {
		requirePrivileged(context, simulation.organization);
		await next();
	});
	addUsersAndTeams(family, simulation);
	addProjects(family, simulation);
	addSettings(family, simulation);
	return family;
}

function addBorder(app: SimulationApp, {simulation, latency, host, log}: AppOptions): void {
	app.use(async (context, next) => {
		const arrived = performance.now();
		const {pathname, search} = new URL(context.req.url);
		const time = simulation.now().toISOString();
		await next();
		log({
			time,
			method: context.req.method,
			path: pathname + search,
			status: context.get('isCut') === true ? null : context.res.status,
			duration: Math.round(performance.now() - arrived),
		});
	});
	app.use(async (context, next) => {
		// A web page elsewhere could otherwise reach the server under a name of its own.
		if (context.req.header('host') !== host()) {
			return sendError(context, 421, 'Unknown host');
		}

		if (latency > 0) {
			await wait(latency, undefined, {ref: false});
		}

		return next();
	});
}
