import {guideDocument} from '../../controls/guide/index.ts';
import {openSession} from '../../session/open-session.ts';
import type {OpenedSession} from '../../session/opened-session.ts';
import {readSessionSummary} from '../../session/read-session-summary.ts';
import {type SessionKey, sessionFolder} from '../../session/session-key.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {defaultPolicy} from '../../types/policy.ts';
import type {SafeText} from '../../types/safe-text.ts';
import {tool} from '../../types/tool.ts';
import type {OpenedRoad} from '../../ui/effects/edges.ts';
import type {Invocation} from '../invocation.ts';
import type {Connection} from '../reach/connection.ts';
import {describeSession} from './describe-session.ts';

/** A session of an organization that is kept on this machine. */
export type KeptSession = {
	readonly key: Exclude<SessionKey, {kind: 'byHand'}>;
	readonly name: SafeText | null;
	/** When the organization was last read, UTC ISO 8601; null when nothing of it was kept. */
	readonly readAt: string | null;
};

/** Why an organization is not reached, and the connection to try again with, where there is one. */
export type Unreached = {readonly why: string; readonly connection: Connection | null};

/** The kept session of the organization that a connection names; null when there is none or it names none. */
export async function keptSession(
	invocation: Invocation,
	{baseUrl, organizationId}: Connection,
): Promise<KeptSession | null> {
	if (organizationId === null || !/^\d{1,20}$/.test(organizationId)) {
		return null;
	}

	return describeKept(
		invocation,
		baseUrl.kind === 'live'
			? {kind: 'live', region: baseUrl.region, organizationId}
			: {kind: 'simulated', organizationId},
	);
}

/** What the journal of a session tells of it; null when nothing is recorded in it, or it can't be read. */
export async function describeKept(
	{environment, now}: Invocation,
	key: KeptSession['key'],
): Promise<KeptSession | null> {
	const details = await readSessionSummary(environment.stateDirectory, key, now());
	if (details.kind !== 'read' || details.state.openedAt === null) {
		return null;
	}

	return {key, name: details.organizationName, readAt: details.state.readings.at(-1)?.at ?? null};
}

/**
Open a session without reaching its organization: what was read before is shown as that, nothing can be changed, and
what people say is recorded as ever. `connection` is what a later attempt is made with.
*/
export async function openLastKnown(
	invocation: Invocation,
	{key, name}: KeptSession,
	{why, connection}: Unreached,
): Promise<OpenedRoad> {
	const {environment, now, signal} = invocation;
	const target = {...key, name: name ?? makeSafe(`Organization ${key.organizationId}`)};
	const session = await openSession({
		stateDirectory: environment.stateDirectory,
		target,
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now,
	});
	return describeSession(session, {
		target,
		stateDirectory: environment.stateDirectory,
		policy: invocation.policy ?? defaultPolicy,
		now,
		readFacts: null,
		offline: {why, hasKey: connection !== null},
		connect:
			connection === null ? null : (known, cancel) => connect(invocation, {key, connection}, known, cancel),
		practice: null,
		changerOf: async () => null,
		signal,
		release: async () => undefined,
	});
}

/** Try again to reach the organization of a session that is open. What comes back stands for the same session. */
async function connect(
	invocation: Invocation,
	{key, connection}: {readonly key: SessionKey; readonly connection: Connection},
	session: OpenedSession,
	signal: AbortSignal,
): Promise<OpenedRoad> {
	const {reachForWizard} = await import('./reach-for-wizard.ts');
	// It can be stopped while it is under way; what it brings lives as long as the organization is open.
	const life = new AbortController();
	const stop = (): void => life.abort();
	signal.addEventListener('abort', stop, {once: true});
	const reached = await reachForWizard(invocation, connection, life.signal, null).finally(() =>
		signal.removeEventListener('abort', stop),
	);
	if (reached.kind !== 'reached') {
		return {kind: 'failed', what: reached.what};
	}

	const {context} = reached;
	if (sessionFolder(context.target) !== sessionFolder(key)) {
		await context.release();
		return {kind: 'failed', what: 'The key leads to another organization than the one of this session.'};
	}

	return describeSession(session, context);
}
