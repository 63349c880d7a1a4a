import {readSessionSummary} from '../session/read-session-summary.ts';
import {parseSessionFolder} from '../session/session-key.ts';
import type {OpenedRoad} from '../ui/effects/edges.ts';
import type {Road} from '../ui/state/app-state.ts';
import {type Connection, connectionOf} from './connection.ts';
import type {Invocation} from './invocation.ts';
import {openByHand, openOrganization} from './open-organization.ts';

/** Go down a road of the start screen. `asked` is what the prompts were told, null when they were not needed. */
export async function openRoad(
	invocation: Invocation,
	road: Road,
	asked: Connection | null,
	signal: AbortSignal,
): Promise<OpenedRoad> {
	switch (road.kind) {
		case 'practise': {
			const {practise} = await import('./practise.ts');
			return practise(invocation, road, signal);
		}

		case 'by_hand': {
			return openByHand(invocation);
		}

		case 'connect': {
			const connection = asked ?? (await connectionOf(invocation));
			return connection === null
				? {kind: 'leave', outcome: {kind: 'connect', organizationId: road.organizationId}}
				: openOrganization(invocation, withOrganization(connection, road.organizationId), signal, null);
		}

		case 'resume': {
			return resume(invocation, road.folder, asked, signal);
		}
	}
}

function withOrganization(connection: Connection, organizationId: string | null): Connection {
	return {...connection, organizationId: organizationId ?? connection.organizationId};
}

async function resume(
	invocation: Invocation,
	folder: string,
	asked: Connection | null,
	signal: AbortSignal,
): Promise<OpenedRoad> {
	const key = parseSessionFolder(folder);
	switch (key?.kind) {
		case undefined: {
			return {kind: 'failed', what: 'That session is gone. Choose another road.'};
		}

		case 'byHand': {
			return openByHand(invocation);
		}

		case 'live': {
			return openRoad(invocation, {kind: 'connect', organizationId: key.organizationId}, asked, signal);
		}

		case 'simulated': {
			const details = await readSessionSummary(invocation.environment.stateDirectory, key, invocation.now());
			const training = details.kind === 'read' ? details.state.training : null;
			if (training !== null) {
				const {practise} = await import('./practise.ts');
				return practise(invocation, training, signal);
			}

			// Not one of our own: a simulator that somebody started, whose address only the environment knows.
			return openRoad(invocation, {kind: 'connect', organizationId: key.organizationId}, asked, signal);
		}
	}
}
