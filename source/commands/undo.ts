import {listSessions} from '../session/list-sessions.ts';
import {readSessionSummary} from '../session/read-session-summary.ts';
import {handOverInput, letGoOfInput} from '../terminal/hand-over-input.ts';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';
import type {Training} from '../types/session.ts';
import {UserError} from '../types/user-error.ts';
import {askedOrganization} from './call/asked-ids.ts';
import type {Invocation, RunCommand} from './invocation.ts';
import {connectionOf} from './reach/connection.ts';
import type {UndoChange} from './undo-change.ts';

/**
`undo`: take back a change this program made, after a preview and a yes. Needs a terminal, and a key for anything but
a training session.
*/
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
	const training = connection === null ? await changedTraining(invocation) : null;
	if (connection === null && training === null) {
		throw withoutKey();
	}

	handOverInput(io.stdin);
	try {
		const {undoChange} = await import('./undo-change.ts');
		if (connection !== null) {
			return await undoChange(invocation, connection, 'of_key');
		}

		return training === null ? exitCodes.denied : await undoInTraining(invocation, training, undoChange);
	} finally {
		letGoOfInput(io.stdin);
	}
};

async function undoInTraining(
	invocation: Invocation,
	training: Training,
	undoChange: UndoChange,
): Promise<ExitCode> {
	const {restorePractice} = await import('./opening/practise.ts');
	const {connection, close} = await restorePractice(invocation, training);
	try {
		return await undoChange(invocation, connection, 'training');
	} finally {
		await close();
	}
}

/** Why changes of a training session are not undone with a key: their organization is brought up by the program itself. */
export function inTraining(): UserError {
	return new UserError('These changes were made while practising.', {
		why: 'The training organization is not the one that the key in the environment reaches.',
		next: 'Unset MIXPANEL_SERVICE_ACCOUNT and its secret, and run mixpanel-harden undo again.',
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

/** The training session that was worked on last, or is asked for, if anything was changed in it. */
async function changedTraining(invocation: Invocation): Promise<Training | null> {
	const {environment, now} = invocation;
	const wanted = askedOrganization(invocation);
	for (const {key} of await listSessions(environment.stateDirectory)) {
		if (key.kind === 'simulated' && (wanted === null || key.organizationId === wanted)) {
			const details = await readSessionSummary(environment.stateDirectory, key, now());
			if (details.kind === 'read' && details.state.training !== null && details.state.changes.length > 0) {
				return details.state.training;
			}
		}
	}

	return null;
}
