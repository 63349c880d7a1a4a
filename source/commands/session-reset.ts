import {guideDocument} from '../controls/guide/index.ts';
import {controls, findControl} from '../controls/index.ts';
import {openSession} from '../session/open-session.ts';
import type {Session} from '../session/session.ts';
import type {SessionKey} from '../session/session-key.ts';
import {takenBack} from '../session/taken-back.ts';
import {handOverInput, letGoOfInput} from '../terminal/hand-over-input.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import type {Control} from '../types/control.ts';
import {exitCodes} from '../types/exit-code.ts';
import type {SessionEvent} from '../types/session.ts';
import type {Target} from '../types/target.ts';
import {tool} from '../types/tool.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import type {Invocation, RunCommand} from './invocation.ts';
import {heldError} from './opening/held-error.ts';
import {onlySession} from './opening/only-session.ts';

/** `session reset control|section|all`: take decisions back. The journal keeps that they were there. */
export const run: RunCommand = async invocation => {
	const {environment, io, now} = invocation;
	const chosen = controlsOf(invocation.positionals[1] ?? null);
	if (!io.isTerminal && !invocation.flags.has('yes')) {
		throw new UserError('Taking decisions back needs a terminal, or --yes.', {
			why: 'It shows what would go and asks, and standard input or output is not a terminal.',
			next: 'Run it in a terminal, or add --yes when you are sure.',
			exitCode: exitCodes.usage,
		});
	}

	const key = await onlySession(environment.stateDirectory, flagText(invocation, 'organization'));
	const session = await openForWriting(invocation, key);
	try {
		const event = {
			type: 'decisions_reset',
			controls: chosen.map(({id}) => id),
			rules: chosen.flatMap(({rules}) => rules.map(({id}) => id)),
		} as const satisfies SessionEvent;
		const lines = takenBack(session.state, event, now());
		if (lines.length === 0) {
			io.stdout.write('Nothing was decided there; there is nothing to take back.\n');
			return exitCodes.done;
		}

		io.stdout.write(`${lines.map(line => `  ${line}\n`).join('')}`);
		if (!invocation.flags.has('yes') && !(await isMeant(invocation, lines.length))) {
			io.stdout.write('Nothing was taken back.\n');
			return exitCodes.cancelled;
		}

		await session.append(event);
		io.stdout.write(`Taken back: ${lines.length}. The journal still says that they were there.\n`);
		return exitCodes.done;
	} finally {
		await session.close();
	}
};

async function isMeant({io, signal, environment}: Invocation, number: number): Promise<boolean> {
	const {askYes} = await import('../prompts/ask-first.ts');
	handOverInput(io.stdin);
	return askYes(`Take ${number === 1 ? 'this' : `these ${number}`} back?`, {
		signal,
		input: io.stdin,
		output: io.stdout,
		isPlain: environment.plain,
	}).finally(() => letGoOfInput(io.stdin));
}

/** The controls of a word: one control by number or name, a section by number or title, or all. */
function controlsOf(word: string | null): readonly Control[] {
	const wanted = word?.trim().toLowerCase() ?? '';
	const control = wanted === '' ? null : findControl(wanted);
	const found =
		wanted === 'all'
			? controls
			: control === null
				? controls.filter(({id, section}) => id.split('.')[0] === wanted || section.toLowerCase() === wanted)
				: [control];
	if (found.length === 0) {
		const sections = guideDocument.sections.filter(({number}) =>
			controls.some(({id}) => id.startsWith(`${number}.`)),
		);
		throw new UserError(
			word === null
				? 'session reset needs to know of what.'
				: `There is no "${makeSafe(word, 60)}" to reset.`,
			{
				why: `Controls are ${controls.map(({id}) => id).join(', ')}; sections are ${sections.map(({number, title}) => `${number} (${title})`).join(', ')}.`,
				next: 'Name one of them, or all, as in `mixpanel-harden session reset 3.1`.',
				exitCode: exitCodes.usage,
			},
		);
	}

	return found;
}

async function openForWriting({environment, now}: Invocation, key: SessionKey): Promise<Session> {
	const opened = await openSession({
		stateDirectory: environment.stateDirectory,
		target: await targetOf(environment.stateDirectory, key, now()),
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now,
	});
	switch (opened.kind) {
		case 'open': {
			return opened.session;
		}

		case 'held': {
			throw heldError(opened.holder);
		}

		case 'damaged': {
			await opened.close();
			throw new UserError('The journal of this session is damaged.', {
				why: `${opened.leftOut} of its lines were left out, and writing waits until that was seen.`,
				next: 'Open the session with the wizard, mend it there, and try again.',
				exitCode: exitCodes.state,
			});
		}

		case 'newer':
		case 'failed': {
			throw opened.error;
		}
	}
}

/** The name the journal knows stays its name. */
async function targetOf(stateDirectory: string, key: SessionKey, now: Date): Promise<Target> {
	if (key.kind === 'byHand') {
		return key;
	}

	const {readSessionSummary} = await import('../session/read-session-summary.ts');
	const details = await readSessionSummary(stateDirectory, key, now);
	const known = details.kind === 'read' ? details.organizationName : null;
	return {...key, name: known ?? makeSafe(key.organizationId)};
}
