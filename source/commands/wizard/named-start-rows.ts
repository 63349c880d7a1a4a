import {listSessions} from '../../session/list-sessions.ts';
import {readSessionSummary} from '../../session/read-session-summary.ts';
import {sessionFolder} from '../../session/session-key.ts';
import type {StartRow} from '../../ui/state/app-state.ts';
import type {Invocation} from '../invocation.ts';
import {mostSessions, startRows} from './start-rows.ts';

/** The start screen's rows with the names of the organizations, which the journals know. In the order of the quick ones. */
export async function namedStartRows(invocation: Invocation): Promise<readonly StartRow[]> {
	const {stateDirectory} = invocation.environment;
	const sessions = (await listSessions(stateDirectory).catch(() => [])).slice(0, mostSessions);
	const names = new Map<string, string>();
	for (const {key} of sessions) {
		const details = await readSessionSummary(stateDirectory, key, invocation.now());
		if (details.kind === 'read' && details.organizationName !== null) {
			names.set(sessionFolder(key), details.organizationName);
		}
	}

	return startRows(invocation, sessions, key => names.get(sessionFolder(key)) ?? null);
}
