import {exitCodes} from '../types/exit-code.ts';
import type {FactName, Facts, FactValues, Identity, Property, Read} from '../types/facts.ts';
import {UserError} from '../types/user-error.ts';
import {createAsker} from './asker.ts';
import type {Client} from './client.ts';
import {isDecimalId} from './decode/fields.ts';
import {
	serviceAccountsQuestion,
	teamsQuestion,
	twoFactorQuestion,
	usersQuestion,
} from './facts/organization-facts.ts';
import {
	dataViewsQuestion,
	projectServiceAccountsQuestion,
	propertiesQuestion,
} from './facts/project-facts.ts';
import {perProjectTasks} from './per-project.ts';
import {projectsOf} from './projects-of.ts';
import {runTasks} from './run-tasks.ts';

export type CollectOptions = {
	readonly organizationId: string;
	/** What `/me` said, from `readIdentity`. A failed read is fine: it fails the facts about projects with it. */
	readonly identity: Read<Identity>;
	/** Raw username of the credential, to mark its own rows. */
	readonly serviceAccountName: string;
	/** Used only when `/me` lists no project. */
	readonly projectId?: string | null;
	readonly signal: AbortSignal;
	readonly now: () => Date;
	/** Told of each fact once, as soon as it is complete; `identity` comes first. */
	readonly onFact?: <Name extends FactName>(name: Name, read: Read<FactValues[Name]>) => void;
	/** Told after each question. `total` does not change during a run; repeats and fallbacks do not count. */
	readonly onProgress?: (progress: {readonly done: number; readonly total: number}) => void;
};

export type Collection = {
	readonly facts: Facts;
	/** Requests sent for it, repeats included. */
	readonly requests: number;
	/** Mixpanel refused the credential; facts that were left are `denied`. */
	readonly unauthorized: boolean;
};

/** Questions about the organization, and about each project: grants, two kinds of properties, data views. */
const organizationQuestions = 4;
const questionsPerProject = 4;

/** As many as the client lets through at once, so that no slot is ever idle. */
const workers = 3;

/**
Read every fact once: the organization's first, then those of each project. A failed read is a fact's outcome,
never an error. A 401 ends the run and leaves the rest denied.
@throws {MixpanelError} with code `cancelled` when the signal aborts
@throws {UserError} exit 2, when an id given by a person is not a number
*/
export async function collectFacts(client: Client, options: CollectOptions): Promise<Collection> {
	const {organizationId, identity, serviceAccountName, projectId = null, signal, now} = options;
	assertId(organizationId, 'organization');
	if (projectId !== null) {
		assertId(projectId, 'project');
	}

	const requestsBefore = client.requestCount();
	const choice = projectsOf(identity, organizationId, projectId);
	const total =
		organizationQuestions + (choice.kind === 'none' ? 0 : choice.projects.length * questionsPerProject);
	let done = 0;
	const {put, isUnauthorized} = createAsker(client, {
		signal,
		now,
		onPut: () => {
			done += 1;
			options.onProgress?.({done, total});
		},
	});

	const facts: Facts = {};
	const settle = <Name extends FactName>(name: Name, read: Read<FactValues[Name]>): void => {
		Object.assign(facts, {[name]: read});
		options.onFact?.(name, read);
	};

	settle('identity', identity);
	await runTasks(workers, [
		async () => settle('users', await put(usersQuestion(organizationId))),
		async () => settle('teams', await put(teamsQuestion(organizationId))),
		async () => settle('twoFactor', await put(twoFactorQuestion(organizationId))),
		async () =>
			settle('serviceAccounts', await put(serviceAccountsQuestion(organizationId, serviceAccountName))),
		...perProjectTasks({
			choice,
			identity,
			readOne: async ({id}) => put(projectServiceAccountsQuestion(id, serviceAccountName)),
			complete: read => settle('projectServiceAccounts', read),
		}),
		...perProjectTasks({
			choice,
			identity,
			readOne: async ({id}) => {
				const event = await put(propertiesQuestion(id, 'Event'));
				return joinProperties(event, await put(propertiesQuestion(id, 'User')));
			},
			complete: read => settle('properties', read),
		}),
		...perProjectTasks({
			choice,
			identity,
			readOne: async ({id}) => put(dataViewsQuestion(id)),
			complete: read => settle('dataViews', read),
		}),
	]);

	return {facts, requests: client.requestCount() - requestsBefore, unauthorized: isUnauthorized()};
}

/** Both kinds or neither: half a project's properties would look like all of them. */
function joinProperties(
	event: Read<readonly Property[]>,
	user: Read<readonly Property[]>,
): Read<readonly Property[]> {
	const evidence = [...event.evidence, ...user.evidence];
	if (event.outcome !== 'ok') {
		return {...event, evidence};
	}

	return user.outcome === 'ok'
		? {outcome: 'ok', value: [...event.value, ...user.value], evidence}
		: {...user, evidence};
}

/** An id becomes part of a path, so one that a person typed is looked at first. */
function assertId(id: string, noun: 'organization' | 'project'): void {
	if (!isDecimalId(id)) {
		throw new UserError(`The ${noun} id is not a number.`, {
			why: `Mixpanel's ${noun} ids are made of digits only.`,
			next: `Copy the id from the ${noun}'s settings page.`,
			exitCode: exitCodes.usage,
		});
	}
}
