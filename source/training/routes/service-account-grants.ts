import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import {isPrivileged, projectOf} from '../authenticate.ts';
import {readBody} from '../read-body.ts';
import {type AddRoutes, type Simulation, sendError, sendJson, sendResults} from '../simulation.ts';
import {defaultRoles, grantRow} from './service-account-rows.ts';

const addSchema = z.strictObject({
	projects: z.array(z.strictObject({id: z.bigint(), role: z.string()})),
	service_account_ids: z.array(z.bigint()),
});

const removeSchema = z.strictObject({
	projects: z.array(z.strictObject({id: z.bigint(), service_account_ids: z.array(z.bigint())})),
});

const base = '/api/app/organizations/:organization/service-accounts';

/** Which service account may do what in which project; the two writes nest differently (mixpanel-api §7). */
export const addServiceAccountGrants: AddRoutes = (app, simulation) => {
	const {organization} = simulation;
	app.get('/api/app/projects/:project/service-accounts', context => {
		const project = projectOf(context, organization);
		if (!isPrivileged(context.get('caller'))) {
			return sendError(context, 403, 'You do not have permission to view service accounts');
		}

		return sendResults(
			context,
			simulation,
			'project-service-accounts',
			organization.grants
				.filter(grant => grant.project === project.id)
				.flatMap(grant => {
					const account = organization.accounts.find(({id}) => id === grant.account);
					return account === undefined ? [] : [grantRow(account, grant, simulation)];
				}),
		);
	});
	app.post(`${base}/add-to-project`, async context => {
		const body = await readBody(context, addSchema);
		const grants = checkedGrants(simulation, body.projects);
		requireAccounts(simulation, body.service_account_ids);
		for (const account of body.service_account_ids) {
			for (const grant of grants) {
				addGrant(simulation, String(account), grant);
			}
		}

		return sendJson(context, {status: 'ok'});
	});
	app.post(`${base}/remove-from-project`, async context => {
		const body = await readBody(context, removeSchema);
		for (const {id, service_account_ids: accounts} of body.projects) {
			requireProject(simulation, String(id));
			requireAccounts(simulation, accounts);
			const unwanted = new Set(accounts.map(String));
			const kept = organization.grants.filter(
				grant =>
					grant.project !== String(id) || grant.through !== 'individual' || !unwanted.has(grant.account),
			);
			organization.grants.splice(0, organization.grants.length, ...kept);
		}

		return sendJson(context, {status: 'ok'});
	});
};

/**
Give an account a role in a project; where it has one of its own, the dialect says whether the new one takes its
place. The caller has checked all three.
*/
export function addGrant(
	{organization, dialects}: Simulation,
	account: string,
	{project, role}: Grant,
): void {
	const existing = organization.grants.find(
		grant => grant.account === account && grant.project === project && grant.through === 'individual',
	);
	if (existing === undefined) {
		organization.grants.push({account, project, role, through: 'individual', seesClassified: false});
	} else if (dialects.repeatedGrant === 'replaces') {
		existing.role = role;
	}
}

/** Decodes and checks the grants of a body. Throws 404 for an unknown project, 400 for an unknown role. */
export function checkedGrants(
	simulation: Simulation,
	grants: readonly {readonly id: bigint; readonly role: string}[],
): readonly Grant[] {
	const {customRoles} = simulation.organization;
	return grants.map(({id, role}) => {
		requireProject(simulation, String(id));
		if (!(defaultRoles.includes(role) || customRoles.some(({name}) => name === role))) {
			throw new HTTPException(400, {message: 'Unknown role'});
		}

		return {project: String(id), role};
	});
}

type Grant = {readonly project: string; readonly role: string};

function requireProject({organization}: Simulation, project: string): void {
	if (!organization.projects.some(({id}) => id === project)) {
		throw new HTTPException(404, {message: 'Project not found'});
	}
}

function requireAccounts({organization}: Simulation, accounts: readonly bigint[]): void {
	const known = new Set(organization.accounts.map(({id}) => id));
	if (!accounts.every(id => known.has(String(id)))) {
		throw new HTTPException(404, {message: 'Service account not found'});
	}
}
