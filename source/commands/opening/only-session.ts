import {listSessions} from '../../session/list-sessions.ts';
import {type SessionKey, sessionFolder} from '../../session/session-key.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {listed} from '../call/usage-errors.ts';

/**
The session that is meant: the one of `wanted`, an organization's id or a folder as it is listed, else the only one there
is. Throws a UserError (exit 2) that lists the sessions when it is not clear which: what works on a whole session never
guesses.
*/
export async function onlySession(stateDirectory: string, wanted: string | null): Promise<SessionKey> {
	const known = (await listSessions(stateDirectory)).map(({key}) => key);
	const found = known.filter(key => wanted === null || isNamed(key, wanted));
	const [first, second] = found;
	if (first !== undefined && second === undefined) {
		return first;
	}

	const names = listed(known.map(key => sessionFolder(key)).sort());
	throw new UserError(
		first !== undefined
			? 'It is not clear which session is meant.'
			: wanted === null
				? 'There is no session here.'
				: `There is no session of ${makeSafe(wanted, 60)} here.`,
		{
			why:
				known.length === 0
					? `None has been started in ${makeSafe(stateDirectory, 500)}.`
					: `There ${known.length === 1 ? 'is' : 'are'} ${names}.`,
			next:
				known.length === 0
					? 'Start the wizard with `mixpanel-harden`, or name another place with --state-dir.'
					: 'Name one of them, as in --organization '.concat(
							sessionFolder(known[0] ?? {kind: 'byHand'}),
							'.',
						),
			exitCode: exitCodes.usage,
		},
	);
}

function isNamed(key: SessionKey, wanted: string): boolean {
	return sessionFolder(key) === wanted || (key.kind !== 'byHand' && key.organizationId === wanted);
}
