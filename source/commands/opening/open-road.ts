import {baseUrlOfRegion} from '../../mixpanel/base-url.ts';
import {readSessionSummary} from '../../session/read-session-summary.ts';
import {parseSessionFolder} from '../../session/session-key.ts';
import type {OpenedRoad} from '../../ui/effects/edges.ts';
import {organizationLabel} from '../../ui/organization-label.ts';
import type {Road} from '../../ui/state/app-state.ts';
import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';
import {type Connection, connectionOf} from '../reach/connection.ts';
import {describeKept, type KeptSession, openLastKnown} from './open-last-known.ts';
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
			return resume(invocation, road, asked, signal);
		}
	}
}

function withOrganization(connection: Connection, organizationId: string | null): Connection {
	return {...connection, organizationId: organizationId ?? connection.organizationId};
}

const gone = {kind: 'failed', what: 'That session is gone. Choose another road.'} as const;

async function resume(
	invocation: Invocation,
	road: Extract<Road, {kind: 'resume'}>,
	asked: Connection | null,
	signal: AbortSignal,
): Promise<OpenedRoad> {
	const key = parseSessionFolder(road.folder);
	switch (key?.kind) {
		case undefined: {
			return gone;
		}

		case 'byHand': {
			return openByHand(invocation);
		}

		case 'live': {
			return resumeOrganization(invocation, road, key, asked, signal);
		}

		case 'simulated': {
			const details = await readSessionSummary(invocation.environment.stateDirectory, key, invocation.now());
			const training = details.kind === 'read' ? details.state.training : null;
			if (training !== null) {
				const {practise} = await import('./practise.ts');
				return practise(invocation, training, signal);
			}

			return resumeOrganization(invocation, road, key, asked, signal);
		}
	}
}

/** With a key the organization is reached; without one the person chooses between connecting and what was last known. */
async function resumeOrganization(
	invocation: Invocation,
	road: Extract<Road, {kind: 'resume'}>,
	key: KeptSession['key'],
	asked: Connection | null,
	signal: AbortSignal,
): Promise<OpenedRoad> {
	if (road.lastKnown === true) {
		const kept = await describeKept(invocation, key);
		return kept === null
			? gone
			: openLastKnown(invocation, kept, {why: 'Not connected: there is no key here.', connection: null});
	}

	const connection = suitable(invocation, key, asked ?? (await connectionOf(invocation)));
	if (connection !== null) {
		return openOrganization(invocation, {...connection, organizationId: key.organizationId}, signal, null);
	}

	const kept = await describeKept(invocation, key);
	return kept === null
		? {kind: 'leave', outcome: {kind: 'connect', organizationId: key.organizationId}}
		: {
				kind: 'unconnected',
				session: {
					folder: road.folder,
					label: organizationLabel(key, kept.name),
					organizationId: key.organizationId,
					readAt: kept.readAt,
				},
			};
}

/**
The connection to the place of a session: its own region where no address was given, and null where the address given
is another place. The address of a simulator that somebody started is known to nobody but the environment.
*/
function suitable(
	invocation: Invocation,
	key: KeptSession['key'],
	connection: Connection | null,
): Connection | null {
	if (connection === null) {
		return null;
	}

	const given = flagText(invocation, 'base-url') ?? invocation.environment.baseUrl;
	const {baseUrl} =
		given === null && key.kind === 'live' ? {baseUrl: baseUrlOfRegion(key.region)} : connection;
	const isThere =
		key.kind === 'live'
			? baseUrl.kind === 'live' && baseUrl.region === key.region
			: baseUrl.kind === 'simulated';
	return isThere ? {...connection, baseUrl} : null;
}
