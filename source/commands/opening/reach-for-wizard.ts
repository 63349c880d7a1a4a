import {collectFacts} from '../../mixpanel/collect-facts.ts';
import {readSessionSummary} from '../../session/read-session-summary.ts';
import type {ReadFailure} from '../../types/facts.ts';
import {defaultPolicy} from '../../types/policy.ts';
import type {Training} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import type {FactReader} from '../../ui/effects/edges.ts';
import type {Invocation} from '../invocation.ts';
import {aboutKey} from '../reach/about-key.ts';
import type {Connection} from '../reach/connection.ts';
import {describeReached} from '../reach/describe-reached.ts';
import {proxyWarning} from '../reach/proxy-words.ts';
import {type Reached, reachOrganization} from '../reach/reach-organization.ts';
import {readBeside} from '../reach/read-beside.ts';
import {inSentences} from '../reach/trouble.ts';
import {createChanger} from './create-changer.ts';
import type {SessionContext} from './describe-session.ts';

/** What a session is opened with once its organization is reached, or why it is not. */
export type ReachedForWizard =
	| {readonly kind: 'reached'; readonly context: SessionContext}
	/** The key is refused or nothing answers: what was read before is all there is. */
	| {readonly kind: 'unanswered'; readonly what: string}
	/** It is not clear which organization is meant. */
	| {readonly kind: 'failed'; readonly what: string};

/** Failures after which it makes no sense to ask anything else. */
const silences: readonly ReadFailure[] = ['network', 'timeout', 'unreadable'];

/** Make the first call of a connection, and prepare what the wizard reads and changes with. */
export async function reachForWizard(
	invocation: Invocation,
	connection: Connection,
	signal: AbortSignal,
	practice: Training | null,
): Promise<ReachedForWizard> {
	const waiting = {say: (_: string): void => undefined};
	const life = new AbortController();
	signal.addEventListener('abort', () => life.abort(), {once: true});
	const reached = await reachOrganization(connection, {
		signal: life.signal,
		now: invocation.now,
		onWaiting: what => waiting.say(what),
	});
	const aboutProxy = proxyWarning(connection.baseUrl);
	const silence = silenceOf(reached, connection);
	if (silence !== null) {
		life.abort();
		return {kind: 'unanswered', what: aboutProxy === null ? silence : `${silence} ${aboutProxy}`};
	}

	if (reached.kind !== 'reached') {
		return {kind: 'failed', what: inSentences(describeReached(reached, connection))};
	}

	const {policy = defaultPolicy} = invocation;
	const {client, identity} = reached;
	const target = await named(reached, invocation);
	const readFacts: FactReader = async events => {
		waiting.say = events.onWaiting;
		const {requests, unauthorized} = await collectFacts(client, {
			organizationId: target.organizationId,
			identity,
			serviceAccountName: connection.credentials.serviceAccount,
			projectId: connection.projectId,
			signal: AbortSignal.any([life.signal, events.signal]),
			now: invocation.now,
			onFact: (name, read) => events.onFact({[name]: read}),
			onProgress: ({done, total}) => events.onProgress(done, total),
		});
		// The call that found the organization belongs to what was read.
		return {
			requests: requests + 1,
			problem: unauthorized
				? 'Mixpanel no longer accepts this key. What was recorded is kept; connect again with a valid one.'
				: null,
		};
	};

	return {
		kind: 'reached',
		context: {
			target,
			stateDirectory: invocation.environment.stateDirectory,
			policy,
			now: invocation.now,
			readFacts,
			readBeside: async (profile, stop, wanted = null) =>
				readBeside(connection, {
					profile,
					policy,
					wanted,
					signal: AbortSignal.any([life.signal, stop]),
					now: invocation.now,
				}),
			offline: null,
			connect: null,
			practice,
			aboutProxy,
			aboutKey: aboutKey(identity, target.organizationId),
			changerOf: async session => createChanger({client, session, target, identity, now: invocation.now}),
			signal: life.signal,
			release: async () => life.abort(),
		},
	};
}

/** Why nothing more can be read with this connection for now; null when something can. */
function silenceOf(reached: Reached, connection: Connection): string | null {
	switch (reached.kind) {
		case 'refused':
		case 'unanswered': {
			return inSentences(describeReached(reached, connection));
		}

		case 'reached': {
			const {identity} = reached;
			return identity.outcome !== 'ok' && silences.includes(identity.outcome)
				? inSentences(describeReached({kind: 'unanswered', identity}, connection))
				: null;
		}

		default: {
			return null;
		}
	}
}

/** A key that may not list organizations knows this one by its number alone; an earlier session may know its name. */
async function named(
	{target, identity}: Extract<Reached, {kind: 'reached'}>,
	{environment, now}: Invocation,
): Promise<Exclude<Target, {kind: 'byHand'}>> {
	if (identity.outcome === 'ok') {
		return target;
	}

	const details = await readSessionSummary(environment.stateDirectory, target, now());
	const name = details.kind === 'read' ? details.organizationName : null;
	return name === null ? target : {...target, name};
}
