import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import {requirePrivileged} from '../authenticate.ts';
import {practiceSecret} from '../build-organization.ts';
import type {StoredAccount} from '../organization.ts';
import {sendPage} from '../page.ts';
import {randomText, seededRandom} from '../random.ts';
import {readBody} from '../read-body.ts';
import {removeAccount} from '../remove.ts';
import {type AddRoutes, type Simulation, sendJson, sendResults} from '../simulation.ts';
import {wireTime} from '../wire-time.ts';
import {addGrant, checkedGrants} from './service-account-grants.ts';
import {accountRow} from './service-account-rows.ts';

const createSchema = z.strictObject({
	username: z.string().check(z.minLength(1), z.maxLength(200)),
	role: z.optional(z.enum(['owner', 'admin', 'analyst', 'consumer'])),
	expires: z.optional(z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u)))),
	projects: z.optional(z.array(z.strictObject({id: z.bigint(), role: z.string()}))),
});

const base = '/api/app/organizations/:organization/service-accounts';

/** The organization's service accounts: list, one, create with its secret shown once, delete (mixpanel-api §7). */
export const addServiceAccounts: AddRoutes = (app, simulation) => {
	const {organization} = simulation;
	let created = 0;
	app.use(`${base}/*`, async (context, next) => {
		requirePrivileged(context, organization);
		await next();
	});
	app.get(base, context =>
		sendPage(
			context,
			simulation,
			'service-accounts',
			organization.accounts.map(account => accountRow(account, simulation)),
		),
	);
	app.get(`${base}/:account`, context =>
		sendResults(
			context,
			simulation,
			'service-accounts',
			accountRow(findAccount(simulation, context.req.param('account')), simulation),
		),
	);
	app.post(base, async context => {
		const body = await readBody(context, createSchema);
		const grants = checkedGrants(simulation, body.projects ?? []);
		const account = newAccount(simulation, body, created + 1);
		created += 1;
		organization.accounts.push(account);
		for (const grant of grants) {
			addGrant(simulation, account.id, grant);
		}

		const row = accountRow(account, simulation);
		return sendJson(context, {status: 'ok', results: {...row, token: account.secret}}, 201);
	});
	app.delete(`${base}/:account`, context => {
		removeAccount(organization, findAccount(simulation, context.req.param('account')).id);
		return sendJson(context, {status: 'ok'});
	});
};

function findAccount({organization}: Simulation, id: string): StoredAccount {
	const account = organization.accounts.find(candidate => candidate.id === id);
	if (account === undefined) {
		throw new HTTPException(404, {message: 'Service account not found'});
	}

	return account;
}

function newAccount(
	{organization, seed, now}: Simulation,
	body: z.infer<typeof createSchema>,
	count: number,
): StoredAccount {
	const expires = body.expires ?? null;
	if (expires !== null && !(Date.parse(expires) > now().getTime())) {
		throw new HTTPException(400, {message: 'expires must be in the future'});
	}

	const random = seededRandom(organization.id, seed, 'created', count);
	const highest = organization.accounts.reduce((top, {id}) => (BigInt(id) > top ? BigInt(id) : top), 0n);
	return {
		id: String(highest + 1n),
		username: `${body.username}.${randomText(random, 6)}.mp-service-account`,
		secret: practiceSecret(random),
		// The organization itself knows no analysts and consumers: those are members of it.
		organizationRole: body.role === 'owner' || body.role === 'admin' ? body.role : 'member',
		lastUsed: null,
		expires,
		created: wireTime(now()),
		rhythm: null,
	};
}
