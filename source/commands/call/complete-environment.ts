import path from 'node:path';
import {platformStateDirectory} from '../../terminal/state-directory.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import type {Environment} from '../invocation.ts';
import type {Variables} from './read-environment.ts';
import type {FlagValues} from './read-flags.ts';

/**
What a command gets to know of the environment: variables with the global flags laid over them. A terminal
without capabilities asks for plain text as `--plain` does. Throws a `UserError` (exit 5) when nobody says where
the state may live.
*/
export function completeEnvironment(
	variables: Variables,
	flags: FlagValues,
	environment: NodeJS.ProcessEnv = process.env,
	platformDirectory: (environment: NodeJS.ProcessEnv) => string | null = platformStateDirectory,
): Environment {
	const flag = flags.get('state-dir');
	const named = typeof flag === 'string' ? flag : variables.stateDirectory;
	const stateDirectory = named === null ? platformDirectory(environment) : path.resolve(named);
	if (stateDirectory === null) {
		throw new UserError('There is no place to keep your progress.', {
			why: 'This account has no home directory.',
			next: 'Name a directory with --state-dir or MIXPANEL_HARDEN_STATE_DIR.',
			exitCode: exitCodes.state,
		});
	}

	return {
		serviceAccount: variables.serviceAccount,
		secret: variables.secret,
		scimToken: variables.scimToken,
		organizationId: variables.organizationId,
		projectId: variables.projectId,
		baseUrl: variables.baseUrl,
		stateDirectory,
		plain: flags.has('plain') || variables.plain || environment['TERM'] === 'dumb',
	};
}
