import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {assess} from '../../assessment/assess.ts';
import {guideDocument} from '../../controls/guide/index.ts';
import {controls} from '../../controls/index.ts';
import {parseBaseUrl} from '../../mixpanel/base-url.ts';
import {collectFacts} from '../../mixpanel/collect-facts.ts';
import {exportSession} from '../../session/export-session.ts';
import {importSession} from '../../session/import-session.ts';
import {openSession} from '../../session/open-session.ts';
import type {Past, Visit} from '../../training/scenarios/past.ts';
import {startSimulator} from '../../training/start-simulator.ts';
import type {Facts} from '../../types/facts.ts';
import {defaultPolicy} from '../../types/policy.ts';
import type {Training} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import {tool} from '../../types/tool.ts';
import {UserError} from '../../types/user-error.ts';
import type {Recorder} from '../../ui/effects/edges.ts';
import {assessmentRecord} from '../../ui/state/opening/assessment-record.ts';
import {reachOrganization} from '../reach/reach-organization.ts';

const day = 86_400_000;

/** What is planted, and when: the dates of a past count back from `plantedAt`. */
type Planting = {
	readonly past: Past;
	readonly training: Training & {readonly plantedAt: string};
	readonly target: Extract<Target, {kind: 'simulated'}>;
	readonly signal: AbortSignal;
};

/**
Leave in `stateDirectory` the session that a scenario's past tells of, as whoever it tells of would have left it: the
organization of then is read over HTTP, and every event goes through the journal. It appears as a whole or not at all.
Where it cannot be written nothing is planted: whoever opens the session is told why.
*/
export async function plantPast(stateDirectory: string, planting: Planting): Promise<void> {
	const workshop = await mkdtemp(join(tmpdir(), 'mixpanel-harden-past-'));
	try {
		for (const visit of planting.past.visits) {
			await pay(visit, workshop, planting);
		}

		const {archive} = await exportSession(workshop, planting.target);
		await importSession(stateDirectory, archive);
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}
	} finally {
		await rm(workshop, {recursive: true, force: true});
	}
}

async function pay(visit: Visit, workshop: string, planting: Planting): Promise<void> {
	const {past, training, target} = planting;
	const today = Date.parse(training.plantedAt);
	const now = () => new Date(today - visit.daysAgo * day);
	const opened = await openSession({
		stateDirectory: workshop,
		target,
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now,
	});
	if (opened.kind !== 'open') {
		throw new TypeError(`The session of a past is ${opened.kind}`);
	}

	const {session} = opened;
	try {
		if (session.state.training === null) {
			await session.append({type: 'training_begun', ...training});
		}

		const dayAgo = (daysAgo: number) => new Date(today - daysAgo * day).toISOString().slice(0, 10);
		for (const event of visit.events(dayAgo)) {
			await session.append(event);
		}

		if (visit.isRead) {
			const facts = await readThen(past, training.seed, {now, signal: planting.signal});
			await record(session, facts, now());
		}
	} finally {
		await session.close();
	}
}

/** The organization as it stood then. */
async function readThen(
	{organization}: Past,
	seed: number,
	{now, signal}: {readonly now: () => Date; readonly signal: AbortSignal},
): Promise<Facts> {
	const simulator = await startSimulator({scenario: organization, seed, now});
	try {
		const {organizationId, serviceAccount, secret} = simulator;
		const reached = await reachOrganization(
			{
				baseUrl: parseBaseUrl(simulator.baseUrl),
				credentials: {serviceAccount, secret},
				organizationId,
				projectId: null,
			},
			{signal, now},
		);
		if (reached.kind !== 'reached') {
			throw new TypeError(`The organization of a past is ${reached.kind}`);
		}

		const {client, identity} = reached;
		const options = {organizationId, identity, serviceAccountName: serviceAccount, signal, now};
		return (await collectFacts(client, options)).facts;
	} finally {
		await simulator.close();
	}
}

async function record(session: Recorder, facts: Facts, now: Date): Promise<void> {
	const {state} = session;
	const context = {controls, policy: defaultPolicy, now};
	const assessment = assess({
		...context,
		facts,
		profile: state.profile,
		attestations: state.attestations,
		decisions: state,
	});
	const assessed = assessmentRecord({assessment, facts, session: state}, context);
	await session.append({
		type: 'assessment_recorded',
		assessment: {...assessed, facts: await session.saveFacts(facts)},
	});
}
