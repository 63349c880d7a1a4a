import {listSessions, type SessionSummary} from '../../session/list-sessions.ts';
import {type SessionKey, sessionFolder} from '../../session/session-key.ts';
import {organizationLabel} from '../../ui/organization-label.ts';
import {roadRows} from '../../ui/road-rows.ts';
import type {StartRow} from '../../ui/state/app-state.ts';
import type {Invocation} from '../invocation.ts';

/** Sessions offered on the start screen; older ones are opened by connecting. */
export const mostSessions = 3;

/** The training organization of a first visit. */
export const firstPractice = {scenario: 'startup', seed: 1};

/** The start screen's rows as they can be known at once: sessions by their folder, then the roads. */
export async function quickStartRows(invocation: Invocation): Promise<readonly StartRow[]> {
	// What stands in the way of the sessions is said when one is opened; the roads are there in any case.
	const sessions = await listSessions(invocation.environment.stateDirectory).catch(() => []);
	return startRows(invocation, sessions.slice(0, mostSessions), () => null);
}

/** The rows of the start screen for these sessions; `nameOf` gives the name of an organization, null when unknown. */
export function startRows(
	{environment}: Invocation,
	sessions: readonly SessionSummary[],
	nameOf: (key: SessionKey) => string | null,
): readonly StartRow[] {
	return [
		...sessions.map(({key, modifiedAt}): StartRow => {
			const folder = sessionFolder(key);
			return {
				kind: 'resume',
				session: {
					id: folder,
					label: organizationLabel(key, nameOf(key)),
					lastAt: modifiedAt,
					road: {kind: 'resume', folder},
				},
			};
		}),
		...roadRows(firstPractice, environment.secret === null ? null : environment.serviceAccount),
	];
}
