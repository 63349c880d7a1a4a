import {count} from '../controls/rule-kinds/count.ts';
import {prepareToForget} from '../session/forget-session.ts';
import {readSessionSummary} from '../session/read-session-summary.ts';
import {type SessionKey, sessionFolder} from '../session/session-key.ts';
import {handOverInput, letGoOfInput} from '../terminal/hand-over-input.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import type {Invocation, RunCommand} from './invocation.ts';
import {heldError} from './opening/held-error.ts';
import {onlySession} from './opening/only-session.ts';

/** `session forget [organization]`: show what a session holds, and delete it once its organization was typed. */
export const run: RunCommand = async invocation => {
	const {environment, io, now, signal} = invocation;
	if (!io.isTerminal) {
		throw new UserError('Deleting a session needs a terminal.', {
			why: 'It asks for the organization to be typed, and standard input or output is not a terminal.',
			next: 'Run it in a terminal.',
			exitCode: exitCodes.usage,
		});
	}

	const key = await onlySession(
		environment.stateDirectory,
		invocation.positionals[1] ?? flagText(invocation, 'organization'),
	);
	const found = await prepareToForget(environment.stateDirectory, key, now);
	if ('holder' in found) {
		throw heldError(found.holder);
	}

	let isGone = false;
	try {
		io.stdout.write(
			`${makeSafe(found.directory, 500)}\n${await contents(invocation, key)}  ${found.files} files, ${Math.ceil(found.bytes / 1024)} KB\nDeleting it cannot be undone. What was changed at Mixpanel stays as it is.\n`,
		);
		const {askToType} = await import('../prompts/ask-first.ts');
		const word = key.kind === 'byHand' ? sessionFolder(key) : key.organizationId;
		handOverInput(io.stdin);
		const isMeant = await askToType(word, `Type ${word} to delete it:`, {
			signal,
			input: io.stdin,
			output: io.stdout,
			isPlain: environment.plain,
		}).finally(() => letGoOfInput(io.stdin));
		if (!isMeant) {
			io.stdout.write('Nothing was deleted.\n');
			return exitCodes.cancelled;
		}

		await found.remove();
		isGone = true;
		io.stdout.write('The session is deleted.\n');
		return exitCodes.done;
	} finally {
		await (isGone ? undefined : found.keep().catch(() => undefined));
	}
};

async function contents({environment, now}: Invocation, key: SessionKey): Promise<string> {
	const details = await readSessionSummary(environment.stateDirectory, key, now());
	if (details.kind === 'unreadable') {
		return '  Its journal cannot be read.\n';
	}

	const {state, organizationName} = details;
	const decisions =
		state.attestations.length +
		state.waivers.length +
		state.exemptions.length +
		state.register.length +
		state.confirmations.length;
	const notes = [...state.notes.values()].flat().length;
	return [
		`  ${organizationName ?? 'By hand, without a key'}`,
		`  ${count(decisions, 'answer or decision', 'answers and decisions')}, ${count(state.ticked.size, 'step')} ticked, ${count(notes, 'note')}, ${count(state.changes.length, 'change')}`,
		`  Last worked on ${state.lastAt?.slice(0, 10) ?? 'never'}`,
		'',
	].join('\n');
}
