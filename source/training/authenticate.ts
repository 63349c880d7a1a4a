import {HTTPException} from 'hono/http-exception';
import type {Organization, StoredAccount, StoredProject} from './organization.ts';
import type {SimulationContext} from './simulation.ts';
import {wireTime} from './wire-time.ts';

/**
The account a request's Basic credential belongs to; using it moves its last use to `now`.
Throws 401 for a missing, wrong or expired credential.
*/
export function authenticate(
	context: SimulationContext,
	organization: Organization,
	now: Date,
): StoredAccount {
	const encoded = /^Basic ([A-Za-z\d+/=]+)$/u.exec(context.req.header('authorization') ?? '')?.[1];
	const credential = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString();
	const account = organization.accounts.find(
		candidate => credential === `${candidate.username}:${candidate.secret}`,
	);
	if (account === undefined || isExpired(account, now)) {
		throw new HTTPException(401, {message: 'Invalid service account credentials'});
	}

	account.lastUsed = wireTime(now);
	return account;
}

/** Whether the account is an organization Owner or Admin, which all of the organization's routes ask for. */
export function isPrivileged(account: StoredAccount): boolean {
	return account.organizationRole === 'owner' || account.organizationRole === 'admin';
}

/** Throws 403 unless the caller is an Owner or Admin of the organization the path names. */
export function requirePrivileged(context: SimulationContext, organization: Organization): void {
	if (context.req.param('organization') !== organization.id || !isPrivileged(context.get('caller'))) {
		throw new HTTPException(403, {message: 'You do not have permission to access this organization'});
	}
}

/** The project with that id. Throws 404 when there is none or the caller has no part in it. */
export function projectOf(
	context: SimulationContext,
	organization: Organization,
	id: string | undefined = context.req.param('project'),
): StoredProject {
	const caller = context.get('caller');
	const project = organization.projects.find(candidate => candidate.id === id);
	const isMember = organization.grants.some(grant => grant.project === id && grant.account === caller.id);
	if (project === undefined || !(isMember || isPrivileged(caller))) {
		throw new HTTPException(404, {message: 'Project not found'});
	}

	return project;
}

function isExpired({expires}: StoredAccount, now: Date): boolean {
	return expires !== null && Date.parse(expires) <= now.getTime();
}
