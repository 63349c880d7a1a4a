import {listSessions} from '../session/list-sessions.ts';
import {readSessionSummary} from '../session/read-session-summary.ts';
import {handOverInput, letGoOfInput} from '../terminal/hand-over-input.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {connectionOf} from './connection.ts';
import {flagText} from './flag-text.ts';
import type {Invocation, RunCommand} from './invocation.ts';

/** `undo`: take back a change this program made, after a preview and a yes. Needs a terminal and a key. */
export const run: RunCommand = async invocation => {
	const {io} = invocation;
	if (!io.isTerminal) {
		throw new UserError('Undoing needs a terminal.', {
			why: 'It asks which change and whether to go on, and standard input or output is not a terminal.',
			next: 'Start it in a terminal window. Nothing was changed.',
			exitCode: exitCodes.usage,
		});
	}

	const connection = await connectionOf(invocation);
	if (connection === null) {
		throw (await hasTrainingChanges(invocation)) ? inTraining() : withoutKey();
	}

	handOverInput(io.stdin);
	try {
		const {undoChange} = await import('./undo-change.ts');
		return await undoChange(invocation, connection);
	} finally {
		letGoOfInput(io.stdin);
	}
};

/** Why changes of a training session are undone elsewhere: their organization exists only inside the wizard. */
export function inTraining(): UserError {
	return new UserError('These changes were made while practising.', {
		why: 'The training organization exists only inside the wizard.',
		next: 'Start mixpanel-harden, resume the training session, and undo them there.',
		exitCode: exitCodes.denied,
	});
}

function withoutKey(): UserError {
	return new UserError('There is no key to undo with.', {
		why: 'MIXPANEL_SERVICE_ACCOUNT and MIXPANEL_SERVICE_ACCOUNT_SECRET are not set.',
		next: 'Set both to a service account of that organization, and run mixpanel-harden undo again.',
		exitCode: exitCodes.denied,
	});
}

async function hasTrainingChanges(invocation: Invocation): Promise<boolean> {
	const {environment, now} = invocation;
	const wanted = flagText(invocation, 'organization');
	for (const {key} of await listSessions(environment.stateDirectory)) {
		if (key.kind === 'simulated' && (wanted === null || key.organizationId === wanted)) {
			const details = await readSessionSummary(environment.stateDirectory, key, now());
			if (details.kind === 'read' && details.state.training !== null && details.state.changes.length > 0) {
				return true;
			}
		}
	}

	return false;
}
