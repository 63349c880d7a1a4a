import {basename, dirname} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {ask} from '../mixpanel/ask.ts';
import type {Client} from '../mixpanel/client.ts';
import {propertyQuestion} from '../mixpanel/facts/property-question.ts';
import {randomHex} from '../session/digest.ts';
import type {Session} from '../session/session.ts';
import {sessionFolder} from '../session/session-key.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import type {ChangeEdges} from './change-edges.ts';
import type {ChangeTarget} from './change-plan.ts';

/**
The edges over a client and a session. Throws a UserError (exit 2) unless client, session and target are about the
same organization in the same place, simulated and live alike (reliability, "wrong org / region").
*/
export function createChangeEdges(parts: {
	readonly client: Client;
	readonly session: Session;
	/** What the first call said the key reaches. */
	readonly target: ChangeTarget;
	readonly now: () => Date;
	readonly pause?: ChangeEdges['pause'];
}): ChangeEdges {
	const {client, session, target, now} = parts;
	const {baseUrl} = client;
	const place = (one: typeof baseUrl | ChangeTarget) => (one.kind === 'live' ? one.region : one.kind);
	const isSession = basename(dirname(session.path)) === sessionFolder(target);
	if (!isSession || place(baseUrl) !== place(target)) {
		throw new UserError('This session belongs to another organization than the key.', {
			why: `The key reaches ${target.name} (${target.organizationId}), and a change is recorded only in that organization’s own session.`,
			next: 'Leave, and open the session of the organization you want to change.',
			exitCode: exitCodes.usage,
		});
	}

	return {
		target,
		changes: () => session.state.changes,
		readProperty: async (property, options) =>
			(await ask(client, propertyQuestion(property), {now, ...options})).read,
		send: async (request, signal) => client.send(request, {signal}),
		record: async event => session.append(event),
		pause: parts.pause ?? (async (milliseconds, signal) => sleep(milliseconds, undefined, {signal})),
		newOperation: () => `change-${randomHex(8)}`,
	};
}
