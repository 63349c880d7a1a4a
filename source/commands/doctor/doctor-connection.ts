import {controls} from '../../controls/index.ts';
import {collectFacts} from '../../mixpanel/collect-facts.ts';
import {projectsOf} from '../../mixpanel/projects-of.ts';
import {exitCodeOfReads} from '../../report/check/exit-code.ts';
import type {ConnectionExam, Exam} from '../../report/doctor/doctor-document.ts';
import type {Facts, Identity, ProjectReference, Read} from '../../types/facts.ts';
import {UserError} from '../../types/user-error.ts';
import type {Invocation} from '../invocation.ts';
import {type Connection, connectionOf} from '../reach/connection.ts';
import {describeReached} from '../reach/describe-reached.ts';
import {type Reached, reachOrganization} from '../reach/reach-organization.ts';
import {judgedBy} from './doctor-judges.ts';
import {createReadWatch} from './doctor-reads.ts';

/** Projects looked into; their answers look alike, and an organization may have hundreds. */
const projectLimit = 5;

/**
What the key of flags and environment can read, by reading it; without a key nothing is asked. Rejects only when the run is
broken off. No id, name or address of the organization is in what it gives.
*/
export async function examineConnection(
	invocation: Invocation,
	say: (what: string) => void,
): Promise<ConnectionExam> {
	const nothing = {judges: null, reads: []} as const;
	try {
		const connection = await connectionOf(invocation);
		if (connection !== null) {
			return await examine(connection, invocation, say);
		}

		const exam: Exam = {
			id: 'credentials',
			status: 'ok',
			detail: 'There is no key in the environment, so Mixpanel was not asked.',
			next: 'Set MIXPANEL_SERVICE_ACCOUNT and MIXPANEL_SERVICE_ACCOUNT_SECRET to have the connection looked at.',
		};
		return {asked: false, exams: [exam], ...nothing};
	} catch (error) {
		if (error instanceof UserError) {
			const {message, why, next} = error;
			return {
				asked: false,
				// A message repeats between quotes what was typed, which may be a name.
				exams: [
					{
						id: 'credentials',
						status: 'fail',
						detail: `${message.replaceAll(/"[^"]*"/g, 'what it says')} ${why}`,
						next,
					},
				],
				...nothing,
			};
		}

		throw error;
	}
}

async function examine(
	connection: Connection,
	{signal, now}: Invocation,
	say: (what: string) => void,
): Promise<ConnectionExam> {
	const watch = createReadWatch();
	say('calling Mixpanel');
	const reached = await reachOrganization(connection, {signal, now, onWaiting: say, watch: watch.watch});
	if (reached.kind !== 'reached') {
		return {asked: true, exams: [unreached(reached, connection)], judges: null, reads: watch.reads()};
	}

	const {client, target, identity} = reached;
	const sample = sampleOf(identity, target.organizationId, connection.projectId);
	const {facts, unauthorized} = await collectFacts(client, {
		organizationId: target.organizationId,
		identity: sample.identity,
		serviceAccountName: connection.credentials.serviceAccount,
		projectId: connection.projectId,
		signal,
		now,
		onProgress: ({done, total}) => say(`reading ${done} of ${total}`),
	});
	const place =
		connection.baseUrl.kind === 'live' ? connection.baseUrl.region.toUpperCase() : 'a simulated organization';
	return {
		asked: true,
		exams: [
			{
				id: 'connection',
				status: 'ok',
				detail: `Mixpanel answers and accepts the key (${place}).`,
				next: null,
			},
			role(identity, target.organizationId),
			{
				id: 'projects',
				status: 'ok',
				detail: `${sample.looked} of ${sample.reached} projects that the key reaches were looked into.`,
				next: null,
			},
			...reading(facts, unauthorized),
		],
		judges: judgedBy(
			controls.flatMap(({rules}) => rules),
			facts,
		),
		reads: watch.reads(),
	};
}

function unreached(reached: Exclude<Reached, {kind: 'reached'}>, connection: Connection): Exam {
	const exam = {id: 'connection', status: 'fail'} as const;
	switch (reached.kind) {
		case 'several': {
			return {
				...exam,
				detail: `The key reaches ${reached.organizations.length} organizations, and none was named.`,
				next: 'Say which one with --organization ID.',
			};
		}

		case 'not_listed': {
			return {
				...exam,
				detail: 'The key does not reach the organization that was named.',
				next: 'Correct --organization or MIXPANEL_ORGANIZATION_ID, or use the key of that organization.',
			};
		}

		case 'none':
		case 'refused': {
			const {what, why, next} = describeReached(reached, connection);
			return {...exam, detail: `${what} ${why}`, next};
		}

		case 'unanswered': {
			const {what, next} = describeReached(reached, connection);
			// Why may repeat the server's own words.
			return {...exam, detail: what, next};
		}
	}
}

function role(identity: Read<Identity>, organizationId: string): Exam {
	const own =
		identity.outcome === 'ok'
			? (identity.value.organizations.find(({id}) => id === organizationId)?.role ?? null)
			: null;
	return own === null || own === 'owner' || own === 'admin'
		? {
				id: 'role',
				status: 'ok',
				detail:
					own === null
						? 'The organization role of the key is not told.'
						: `The organization role of the key is ${own}.`,
				next: null,
			}
		: {
				id: 'role',
				status: 'warning',
				detail: `The organization role of the key is ${own.replace('_', ' ')}: it can read only parts.`,
				next: 'Make a service account in Settings → Org → Service Accounts with the role Admin.',
			};
}

function reading(facts: Facts, unauthorized: boolean): readonly Exam[] {
	if (unauthorized) {
		return [
			{
				id: 'reading',
				status: 'fail',
				detail: 'Mixpanel stopped accepting the key while it was reading (401).',
				next: 'Use a valid key: it has expired, was deleted or got a new secret.',
			},
		];
	}

	return exitCodeOfReads(facts) === null
		? []
		: [
				{
					id: 'reading',
					status: 'fail',
					detail: 'Nothing of the organization itself could be read.',
					next: 'See below what came of each request, and what is needed.',
				},
			];
}

/** The identity with a few of its projects, and how many there are. */
function sampleOf(identity: Read<Identity>, organizationId: string, projectId: string | null) {
	const choice = projectsOf(identity, organizationId, projectId);
	const all: readonly ProjectReference[] = choice.kind === 'projects' ? choice.projects : [];
	const projects = all.slice(0, projectLimit).map(project => ({...project, organizationId}));
	return {
		identity: identity.outcome === 'ok' ? {...identity, value: {...identity.value, projects}} : identity,
		looked: projects.length,
		reached: all.length,
	};
}
