import {listSessions} from '../../session/list-sessions.ts';
import type {SessionKey} from '../../session/session-key.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';

/** Stands for the session without a key where an organization's id is asked for. */
const byHand = 'by-hand';

/**
The session of `wanted`, an organization's id or `by-hand`; without it the one worked on last, and how many others there
are. Throws a UserError (exit 2) when there is none, or when an id is known in several regions.
*/
export async function chooseSession(
	stateDirectory: string,
	wanted: string | null,
): Promise<{readonly key: SessionKey; readonly others: number}> {
	const known = await listSessions(stateDirectory);
	const found = known.filter(({key}) => wanted === null || nameOf(key) === wanted);
	const [latest, ...rest] = found;
	if (latest === undefined) {
		throw new UserError(
			wanted === null
				? 'There is no session to report on.'
				: `There is no session of organization ${makeSafe(wanted)}.`,
			{
				why:
					known.length === 0
						? 'None has been started in this state directory.'
						: `Sessions here: ${known.map(({key}) => nameOf(key)).join(', ')}.`,
				next:
					known.length === 0
						? 'Start the wizard with `mixpanel-harden`, or practise with `mixpanel-harden train`.'
						: 'Name one of them with --organization.',
				exitCode: exitCodes.usage,
			},
		);
	}

	if (wanted !== null && rest.length > 0) {
		throw new UserError(`There are ${found.length} sessions of organization ${makeSafe(wanted)}.`, {
			why: `The id is known as ${found.map(({key}) => placeOf(key)).join(', ')}.`,
			next: 'Keep them in separate state directories and name one with --state-dir.',
			exitCode: exitCodes.usage,
		});
	}

	return {key: latest.key, others: rest.length};
}

function nameOf(key: SessionKey): string {
	return key.kind === 'byHand' ? byHand : key.organizationId;
}

function placeOf(key: SessionKey): string {
	return key.kind === 'live' ? key.region : key.kind;
}
