import {randomBytes} from 'node:crypto';
import {access, constants, lstat, open, readdir, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {Exam} from '../../report/doctor/doctor-document.ts';
import {listSessions} from '../../session/list-sessions.ts';
import {readSessionSummary, type SessionDetails} from '../../session/read-session-summary.ts';
import {type SessionKey, sessionFolder} from '../../session/session-key.ts';
import {errorCode} from '../../session/state-error.ts';
import {faultOf, lstatOrNull} from '../../session/state-files.ts';
import {UserError} from '../../types/user-error.ts';

/**
Whether progress can be saved in the state directory, nobody else can read it, and each session in it is whole. Sessions are
numbered, the latest first, and never named: what this gives may be handed on. Never rejects for the state of the disk.
*/
export async function examineState(directory: string, now: Date): Promise<readonly Exam[]> {
	const place = await examineDirectory(directory).catch((error: unknown) => [unseen(error)]);
	const sessions = await examineSessions(directory, now).catch((error: unknown) => [unseen(error)]);
	// What keeps the directory from being looked at keeps its sessions from it as well.
	return [
		...place,
		...(place.some(({status}) => status === 'fail')
			? sessions.filter(({id}) => id !== 'directory')
			: sessions),
	];
}

async function examineSessions(directory: string, now: Date): Promise<readonly Exam[]> {
	const sessions = await listSessions(directory);
	const exams: Exam[] = [];
	for (const [index, {key}] of sessions.entries()) {
		const name = `Session ${index + 1} of ${sessions.length} (${placeOf(key)})`;
		const folder = join(directory, 'sessions', sessionFolder(key));
		exams.push(
			describeSession(name, await readSessionSummary(directory, key, now)),
			...(await modes(name, folder)),
		);
	}

	return sessions.length === 0
		? [{id: 'sessions', status: 'ok', detail: 'No session is saved yet.', next: null}]
		: exams;
}

function unseen(error: unknown): Exam {
	return failed(
		'directory',
		'The state directory cannot be looked at.',
		error instanceof UserError ? withoutPath(error.why) : reasonOf(error),
	);
}

async function examineDirectory(directory: string): Promise<readonly Exam[]> {
	const stats = await lstatOrNull(directory);
	if (stats === null) {
		const parent = await nearest(dirname(directory));
		return (await access(parent, constants.W_OK).then(
			() => true,
			() => false,
		))
			? [
					{
						id: 'directory',
						status: 'ok',
						detail: 'The state directory does not exist yet and can be made.',
						next: null,
					},
				]
			: [
					failed(
						'directory',
						'The state directory does not exist and cannot be made.',
						'Your user may not write there.',
					),
				];
	}

	const fault = faultOf(stats, 'directory');
	if (fault !== null) {
		return [failed('directory', 'The state directory is refused.', fault)];
	}

	return [await tryWriting(directory), ...(await modes('The state directory', directory))];
}

async function nearest(directory: string): Promise<string> {
	const parent = dirname(directory);
	return (await lstatOrNull(directory)) !== null || parent === directory ? directory : nearest(parent);
}

async function tryWriting(directory: string): Promise<Exam> {
	const file = join(directory, `.doctor-${randomBytes(6).toString('hex')}`);
	try {
		const handle = await open(file, 'wx', 0o600);
		try {
			await handle.writeFile('x');
			await handle.sync();
		} finally {
			await handle.close();
			await rm(file, {force: true});
		}

		return {
			id: 'directory',
			status: 'ok',
			detail: 'Progress can be saved in the state directory.',
			next: null,
		};
	} catch (error) {
		return failed('directory', 'Progress cannot be saved in the state directory.', reasonOf(error));
	}
}

/** What lies in a folder must be for this user alone; one look at each file of its own, none deeper than `facts`. */
async function modes(name: string, folder: string): Promise<readonly Exam[]> {
	if (process.getuid === undefined) {
		return [];
	}

	const paths = [folder];
	for (const place of [folder, join(folder, 'facts')]) {
		const entries = await readdir(place, {withFileTypes: true}).catch(() => []);
		paths.push(...entries.filter(entry => entry.isFile()).map(entry => join(place, entry.name)));
	}

	const open = [];
	for (const path of paths) {
		const stats = await lstat(path).catch(() => null);
		if (stats !== null && (stats.mode & 0o077) !== 0 && (stats.mode & 0o1000) === 0) {
			open.push(path);
		}
	}

	return open.length === 0
		? []
		: [
				{
					id: 'modes',
					status: 'warning',
					detail: `${name}: other users may read ${open.length} of ${paths.length} files and folders.`,
					next: 'Starting the wizard on it takes that from them; or use chmod go= on them.',
				},
			];
}

function describeSession(name: string, details: SessionDetails): Exam {
	if (details.kind === 'unreadable') {
		return failed(
			'session',
			`${name} cannot be read.`,
			withoutPath(details.error.why),
			withoutPath(details.error.next),
		);
	}

	if (details.isDamaged) {
		return failed(
			'session',
			`${name}: the journal is damaged, ${details.leftOut} of its lines are left out.`,
			'',
			'Start the wizard on it: it sets the damage aside and shows what it holds.',
		);
	}

	const {holder} = details;
	return {
		id: 'session',
		status: 'ok',
		detail: `${name}: the journal is whole${holder === null ? '' : `; open in another wizard${holder.pid === null ? '' : `, process ${holder.pid}`}`}.`,
		next: null,
	};
}

function placeOf(key: SessionKey): string {
	switch (key.kind) {
		case 'live': {
			return key.region;
		}

		case 'simulated': {
			return 'training';
		}

		case 'byHand': {
			return 'by hand';
		}
	}
}

/** A path holds the id of an organization and the name of a person. */
function withoutPath(text: string): string {
	return text.replaceAll(/(?:[\w.~-]*[\\/])+[\w.~-]*/g, '(path)').replaceAll(/\d{4,}/g, '(number)');
}

function failed(
	id: string,
	what: string,
	why: string,
	next = 'Name another directory with --state-dir.',
): Exam {
	return {id, status: 'fail', detail: [what, why].filter(part => part !== '').join(' '), next};
}

function reasonOf(error: unknown): string {
	return `The system answered ${errorCode(error) ?? 'with an error'}.`;
}
