import type {KeyMay} from '../../assessment/key-reach.ts';
import {ask} from '../../mixpanel/ask.ts';
import type {Client} from '../../mixpanel/client.ts';
import {usersQuestion} from '../../mixpanel/facts/organization-facts.ts';
import {projectServiceAccountsQuestion} from '../../mixpanel/facts/project-facts.ts';
import {projectsOf} from '../../mixpanel/projects-of.ts';
import type {Identity, Read} from '../../types/facts.ts';

type Context = {
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly serviceAccount: string;
	readonly projectId: string | null;
};

/**
What a key may read, at the price of two reads at most. Its role says it for the organization where `/me` gives one;
where it does not, nothing is concluded and one read is tried (mixpanel-api §2). Whoever reads the organization reads
its projects; for anybody else one project is tried, since what a role in a project opens is documented nowhere.
*/
export async function keyMay(
	client: Client,
	identity: Read<Identity>,
	organizationId: string,
	context: Context,
): Promise<KeyMay> {
	const readOrganization = await readsOrganization(client, identity, organizationId, context);
	return {
		readOrganization,
		readProjectAccounts:
			readOrganization || (await readsProjectAccounts(client, identity, organizationId, context)),
	};
}

async function readsOrganization(
	client: Client,
	identity: Read<Identity>,
	organizationId: string,
	context: Context,
): Promise<boolean> {
	const role =
		identity.outcome === 'ok'
			? (identity.value.organizations.find(({id}) => id === organizationId)?.role ?? null)
			: null;
	if (role !== null && role !== 'other') {
		return role === 'owner' || role === 'admin';
	}

	const {read} = await ask(client, usersQuestion(organizationId), context);
	return read.outcome === 'ok';
}

async function readsProjectAccounts(
	client: Client,
	identity: Read<Identity>,
	organizationId: string,
	context: Context,
): Promise<boolean> {
	const choice = projectsOf(identity, organizationId, context.projectId);
	const project = choice.kind === 'none' ? undefined : choice.projects[0];
	if (project === undefined) {
		return false;
	}

	const question = projectServiceAccountsQuestion(project.id, context.serviceAccount);
	const {read} = await ask(client, question, context);
	return read.outcome === 'ok';
}
