import {parseBaseUrl} from '../../mixpanel/base-url.ts';
import {readSessionSummary} from '../../session/read-session-summary.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {keepOut} from '../../terminal/redact.ts';
import {findScenario} from '../../training/scenarios/find-scenario.ts';
import {type Simulator, startSimulator} from '../../training/start-simulator.ts';
import type {Change} from '../../types/change.ts';
import {exitCodes} from '../../types/exit-code.ts';
import type {SessionState, Training} from '../../types/session.ts';
import {UserError} from '../../types/user-error.ts';
import type {OpenedRoad} from '../../ui/effects/edges.ts';
import type {Invocation} from '../invocation.ts';
import type {Connection} from '../reach/connection.ts';
import {firstPractice} from '../wizard/start-rows.ts';
import {openOrganization} from './open-organization.ts';
import {plantPast} from './plant-past.ts';

/** Milliseconds after which a training organization is planted anew: its own key would soon have expired. */
const stalest = 20 * 86_400_000;

/**
Open a training organization, as its session left it: its dates stay those of the first time, and what was changed
in it is changed again, from the journal, before anything is read.
*/
export async function practise(
	invocation: Invocation,
	practice: Training,
	signal: AbortSignal,
): Promise<OpenedRoad> {
	const {connection, training, close, isNew, leavePast} = await restorePractice(invocation, practice);
	await leavePast(signal);
	const opened = await openOrganization(invocation, connection, signal, training);
	if (opened.kind !== 'opened') {
		await close();
		return opened;
	}

	return {
		...opened,
		notice: isNew ? introduced(practice.scenario, opened.notice) : opened.notice,
		async close() {
			await opened.close();
			await close();
		},
	};
}

/**
Whoever comes for the first time is told what there is to do, in front of any other notice. The organization of a first
visit explains itself, and a session that was left welcomes by itself.
*/
function introduced(scenario: string, notice: string | null): string | null {
	const {description, past} = findScenario(scenario);
	if (scenario === firstPractice.scenario || past !== undefined) {
		return notice;
	}

	return notice === null ? description : `${description} ${notice}`;
}

/** Serve a training organization as its session left it, until it is closed. */
export async function restorePractice(
	invocation: Invocation,
	practice: Training,
): Promise<{
	readonly connection: Connection;
	readonly training: Training;
	/** There is no session of it yet. */
	readonly isNew: boolean;
	/** Leaves the session that the scenario tells of, where there is none yet. */
	readonly leavePast: (signal: AbortSignal) => Promise<void>;
	readonly close: () => Promise<void>;
}> {
	const {simulator, plantedAt, isNew} = await restore(invocation, practice);
	keepOut(simulator.secret);
	if (simulator.scimToken !== null) {
		keepOut(simulator.scimToken);
	}

	const training = {
		scenario: practice.scenario,
		seed: practice.seed,
		plantedAt: plantedAt.toISOString(),
	};
	return {
		training,
		isNew,
		async leavePast(signal) {
			const {past} = findScenario(practice.scenario);
			if (isNew && past !== undefined) {
				const {organizationId, organizationName} = simulator;
				const target = {kind: 'simulated', organizationId, name: makeSafe(organizationName)} as const;
				await plantPast(invocation.environment.stateDirectory, {past, training, target, signal});
			}
		},
		connection: {
			baseUrl: parseBaseUrl(simulator.baseUrl),
			credentials: {serviceAccount: simulator.serviceAccount, secret: simulator.secret},
			organizationId: simulator.organizationId,
			projectId: null,
			dnsServer: simulator.dnsServer,
			scimToken: simulator.scimToken,
		},
		close: () => simulator.close(),
	};
}

/** `isNew`: there is no session of it yet. */
type Restored = {readonly simulator: Simulator; readonly plantedAt: Date; readonly isNew: boolean};

async function restore(invocation: Invocation, {scenario, seed}: Training): Promise<Restored> {
	const {now, environment} = invocation;
	const fresh = now();
	const first = await startSimulator({scenario, seed, now, plantedAt: fresh});
	const key = {kind: 'simulated', organizationId: first.organizationId} as const;
	const details = await readSessionSummary(environment.stateDirectory, key, fresh);
	const state = details.kind === 'read' ? details.state : null;
	const begun = state?.training?.plantedAt ?? state?.openedAt ?? null;
	if (state === null || begun === null || fresh.getTime() - Date.parse(begun) > stalest) {
		return {simulator: first, plantedAt: fresh, isNew: state !== null && begun === null};
	}

	await first.close();
	const plantedAt = new Date(begun);
	const simulator = await startSimulator({scenario, seed, now, plantedAt});
	try {
		await replay(simulator, state);
		return {simulator, plantedAt, isNew: false};
	} catch (error) {
		await simulator.close();
		throw error;
	}
}

/** Make the applied changes of the session once more, in their order; those that took others back among them. */
async function replay(simulator: Simulator, state: SessionState): Promise<void> {
	for (const {request} of state.changes.filter(({outcome}) => outcome === 'applied')) {
		await send(simulator, request);
	}
}

async function send({baseUrl, serviceAccount, secret}: Simulator, request: Change['request']): Promise<void> {
	const url = new URL(request.path, baseUrl);
	const credentials = Buffer.from(`${serviceAccount}:${secret.reveal()}`).toString('base64');
	// The path comes from the journal; it must not lead anywhere but to our own simulator.
	const answer =
		url.origin === baseUrl
			? await fetch(url, {
					method: request.method,
					body: request.body,
					headers: {authorization: `Basic ${credentials}`, 'content-type': 'application/json'},
					redirect: 'error',
				})
			: null;
	if (answer?.ok !== true) {
		throw new UserError('The training organization could not be brought back to where you left it.', {
			why: 'A change that the session records is not accepted any more.',
			next: 'Practise with another seed, for example: mixpanel-harden train --seed 2',
			exitCode: exitCodes.failed,
		});
	}
}
