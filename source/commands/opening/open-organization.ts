import {guideDocument} from '../../controls/guide/index.ts';
import {openSession} from '../../session/open-session.ts';
import {defaultPolicy} from '../../types/policy.ts';
import type {Training} from '../../types/session.ts';
import {tool} from '../../types/tool.ts';
import type {OpenedRoad} from '../../ui/effects/edges.ts';
import type {Invocation} from '../invocation.ts';
import type {Connection} from '../reach/connection.ts';
import {describeSession, type SessionContext} from './describe-session.ts';
import {keptSession, openLastKnown} from './open-last-known.ts';

/**
Open the organization a connection leads to: the first call, then its session. Where the call is not answered or the
key is refused, a session of that organization opens as it was last known.
*/
export async function openOrganization(
	invocation: Invocation,
	connection: Connection,
	signal: AbortSignal,
	practice: Training | null,
): Promise<OpenedRoad> {
	// The client brings the HTTP library with it, which the first frame must not wait for.
	const {reachForWizard} = await import('./reach-for-wizard.ts');
	const reached = await reachForWizard(invocation, connection, signal, practice);
	if (reached.kind === 'reached') {
		return openTarget(invocation, reached.context);
	}

	const kept =
		practice === null && reached.kind === 'unanswered' ? await keptSession(invocation, connection) : null;
	return kept === null
		? {kind: 'failed', what: reached.what}
		: openLastKnown(invocation, kept, {why: reached.what, connection});
}

/** Open the session of an organization that is looked at by hand only. */
export async function openByHand(invocation: Invocation): Promise<OpenedRoad> {
	return openTarget(invocation, {
		target: {kind: 'byHand'},
		stateDirectory: invocation.environment.stateDirectory,
		policy: invocation.policy ?? defaultPolicy,
		now: invocation.now,
		readFacts: null,
		offline: null,
		connect: null,
		practice: null,
		changerOf: async () => null,
		signal: invocation.signal,
		release: async () => undefined,
	});
}

async function openTarget(invocation: Invocation, context: SessionContext): Promise<OpenedRoad> {
	const session = await openSession({
		stateDirectory: context.stateDirectory,
		target: context.target,
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now: invocation.now,
	});
	return describeSession(session, context);
}
