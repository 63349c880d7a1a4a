import {open, rm} from 'node:fs/promises';
import {count} from '../controls/rule-kinds/count.ts';
import {exportSession} from '../session/export-session.ts';
import {encodeArchive} from '../session/session-archive.ts';
import {errorCode} from '../session/state-error.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {tool} from '../types/tool.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import type {RunCommand} from './invocation.ts';
import {onlySession} from './opening/only-session.ts';

/** `session export FILE`: the whole session in one new file. Changes nothing in the session. */
export const run: RunCommand = async invocation => {
	const {environment, io, now} = invocation;
	const path = invocation.positionals[1];
	if (path === undefined || path === '') {
		throw new UserError('session export needs a file to write to.', {
			why: 'The session goes into a file of its own.',
			next: 'Write it as in `mixpanel-harden session export acme.json`.',
			exitCode: exitCodes.usage,
		});
	}

	const key = await onlySession(environment.stateDirectory, flagText(invocation, 'organization'));
	const {archive, events, leftOut} = await exportSession(environment.stateDirectory, key);
	await writeNewFile(path, encodeArchive(archive, tool.version, now()));
	const facts = archive.facts.length;
	io.stdout.write(
		`Exported ${count(events, 'entry', 'entries')} and the facts of ${count(facts, 'assessment', 'assessments')} to ${makeSafe(path, 500)}.\nIt holds names and e-mail addresses of your organization, and no key. Only your user can read it.\n`,
	);
	if (leftOut > 0) {
		io.stderr.write(
			`The facts of ${count(leftOut, 'older assessment', 'older assessments')} are gone or damaged and did not go along.\n`,
		);
	}

	return exitCodes.done;
};

async function writeNewFile(path: string, text: string): Promise<void> {
	const shown = makeSafe(path, 500);
	try {
		// Refuses whatever has that name, a link included.
		const file = await open(path, 'wx', 0o600);
		try {
			await file.writeFile(text);
			await file.sync();
		} catch (error) {
			await rm(path, {force: true});
			throw error;
		} finally {
			await file.close();
		}
	} catch (error) {
		const code = errorCode(error);
		if (code === null) {
			throw error;
		}

		throw new UserError(
			code === 'EEXIST' ? `${shown} exists already.` : `The session could not be written to ${shown}.`,
			{
				why: code === 'EEXIST' ? 'Nothing is ever replaced by an export.' : `The system answered ${code}.`,
				next: 'Name another file.',
				exitCode: exitCodes.usage,
			},
		);
	}
}
