import {ask} from '../../source/mixpanel/ask.ts';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {createClient} from '../../source/mixpanel/client.ts';
import {readIdentity} from '../../source/mixpanel/discover.ts';
import {propertiesQuestion} from '../../source/mixpanel/facts/project-facts.ts';
import type {ChangeEdges} from '../../source/remediation/change-edges.ts';
import type {ChangePlan, ChangeTarget, Planned} from '../../source/remediation/change-plan.ts';
import {createChangeEdges} from '../../source/remediation/create-change-edges.ts';
import {type ClassifyDetails, planClassify} from '../../source/remediation/plan-classify.ts';
import {placeOfProperty} from '../../source/remediation/property-place.ts';
import {openSession} from '../../source/session/open-session.ts';
import type {Session} from '../../source/session/session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {ProjectReference, Property} from '../../source/types/facts.ts';
import type {Secret} from '../../source/types/secret.ts';

export const ana = makeSafe('Ana');

/** How a client reaches a simulator, and where the session is kept. */
export type Reach = {
	readonly baseUrl: string;
	readonly serviceAccount: string;
	readonly secret: Secret;
	readonly organizationId: string;
	readonly stateDirectory: string;
};

/** Edges over a real client and a real session. */
export type Opened = {
	readonly edges: ChangeEdges;
	readonly session: Session;
	readonly target: ChangeTarget;
	readonly projects: readonly ProjectReference[];
	/** The first project's properties of people. */
	readonly properties: readonly Property[];
};

export async function openEdges(
	reach: Reach,
	signal: AbortSignal = new AbortController().signal,
): Promise<Opened> {
	const now = () => new Date('2026-11-24T12:00:00Z');
	const client = createClient({
		baseUrl: parseBaseUrl(reach.baseUrl),
		serviceAccount: reach.serviceAccount,
		secret: reach.secret,
		signal,
		pause: async () => undefined,
		limits: {request: 5000},
	});
	const identity = await readIdentity(client, now);
	if (identity.outcome !== 'ok') {
		throw new Error(identity.reason);
	}

	const {projects} = identity.value;
	const read = await ask(client, propertiesQuestion(projects[0]?.id ?? '', 'User'), {now});
	if (read.read.outcome !== 'ok') {
		throw new Error(read.read.reason);
	}

	const target = {
		kind: 'simulated',
		organizationId: reach.organizationId,
		name: makeSafe('Corp Example'),
	} as const;
	const opened = await openSession({
		stateDirectory: reach.stateDirectory,
		target,
		tool: {version: '0.1.0', guideVersion: '0.1.0'},
		now,
	});
	if (opened.kind !== 'open') {
		throw new Error(`The session is ${opened.kind}`);
	}

	const {session} = opened;
	const edges = createChangeEdges({client, session, target, now, pause: async () => undefined});
	return {edges, session, target, projects, properties: read.read.value};
}

/** The plan to classify a property of the first project, as it is read now. */
export async function planFor(opened: Opened, name: string): Promise<ChangePlan> {
	return planOf(planClassify(await detailsFor(opened, name)));
}

export async function detailsFor(opened: Opened, name: string): Promise<ClassifyDetails> {
	const property = opened.properties.find(({rawName}) => rawName === name);
	const [project] = opened.projects;
	const place = placeOfProperty(property?.id ?? '');
	if (property === undefined || project === undefined || place === null) {
		throw new Error(`There is no property ${name}`);
	}

	const read = await opened.edges.readProperty(place, {signal: new AbortController().signal});
	if (read.outcome !== 'ok') {
		throw new Error(read.reason);
	}

	return {
		property,
		project,
		target: opened.target,
		plan: 'growth',
		before: read.value,
		operation: opened.edges.newOperation(),
		by: ana,
	};
}

export function planOf(planned: Planned): ChangePlan {
	if (planned.kind === 'refused') {
		throw new Error(planned.why);
	}

	return planned.plan;
}
