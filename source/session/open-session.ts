import {join} from 'node:path';
import {makeSafe} from '../terminal/make-safe.ts';
import type {SafeText} from '../types/safe-text.ts';
import {sweepTemporaries} from './durable-write.ts';
import {emptySession} from './fold.ts';
import type {JournalContent, JournalReading} from './journal-chain.ts';
import {JournalFile} from './journal-file.ts';
import type {JournalHeader} from './journal-line.ts';
import {acquireLock, type Lock, type LockHolder} from './lock.ts';
import type {DamagedSession, OpenedSession, OpenOptions} from './opened-session.ts';
import {readJournal} from './read-journal.ts';
import {type RefusedReading, refuseJournal} from './refuse-journal.ts';
import {repairJournal} from './repair-journal.ts';
import {createReadOnlySession, createSession, readOnlyError} from './session.ts';
import {sessionFolder} from './session-key.ts';
import {copyAside, moveAside} from './set-aside.ts';
import {toStateError} from './state-error.ts';
import {checkDirectory, prepareDirectories, tightenFile} from './state-files.ts';
import {sweepImports} from './sweep-imports.ts';

type Place = OpenOptions & {
	readonly folder: string;
	readonly directory: string;
	readonly path: string;
	readonly header: JournalHeader;
};

const nothingRecorded: JournalContent = {
	state: emptySession,
	organizationName: null,
	events: 0,
	lastSerial: 0,
	head: null,
	size: 0,
};

/**
Opens the session of a target: takes its lock, reads its journal, and says what it found. Never rejects for
the state of the disk; every such case is a kind of the answer. Only a fault of ours is thrown.
*/
export async function openSession(options: OpenOptions): Promise<OpenedSession> {
	try {
		const folder = sessionFolder(options.target);
		const directory = join(options.stateDirectory, 'sessions', folder);
		const organizationName = options.target.kind === 'byHand' ? null : options.target.name;
		const place = {
			...options,
			folder,
			directory,
			path: join(directory, 'journal.jsonl'),
			header: {session: folder, organizationName},
		};
		return await (options.readOnly ? openForReading(place) : openForWriting(place));
	} catch (error) {
		return {
			kind: 'failed',
			error: toStateError('The saved state cannot be used', options.stateDirectory, error),
		};
	}
}

async function openForReading(place: Place): Promise<OpenedSession> {
	for (const directory of [place.stateDirectory, join(place.stateDirectory, 'sessions'), place.directory]) {
		await checkDirectory(directory);
	}

	const open = (content: JournalContent, notices: readonly string[]): OpenedSession => ({
		kind: 'open',
		session: createReadOnlySession(place.path, content),
		notices,
	});
	const reading = await readJournal(place.path, place.folder);
	if (reading === null) {
		return open(nothingRecorded, []);
	}

	switch (reading.kind) {
		case 'foreign':
			return open(nothingRecorded, [`Nothing in ${shown(place.path)} is a journal of this program.`]);
		case 'whole':
			return open(reading.content, []);
		case 'damaged':
			return damaged(place, reading, null, [], null);
		default:
			return refuse(place.path, reading);
	}
}

async function openForWriting(place: Place): Promise<OpenedSession> {
	const notices = [...(await prepareDirectories(place.stateDirectory, ['sessions', place.folder]))];
	const acquired = await acquireLock(place.directory, place.now);
	if (acquired.kind === 'held') {
		return openHeld(place, acquired.holder, notices);
	}

	if (acquired.notice !== null) {
		notices.push(acquired.notice);
	}

	try {
		const opened = await openLocked(place, acquired.lock, notices);
		if (opened.kind !== 'open' && opened.kind !== 'damaged') {
			await acquired.lock.release();
		}

		return opened;
	} catch (error) {
		await acquired.lock.release().catch(() => undefined);
		throw error;
	}
}

async function openHeld(
	place: Place,
	holder: LockHolder,
	notices: readonly string[],
): Promise<OpenedSession> {
	const reading = await readJournal(place.path, place.folder);
	if (reading?.kind === 'newer' || reading?.kind === 'other') {
		return refuse(place.path, reading);
	}

	const content = reading === null || reading.kind === 'foreign' ? nothingRecorded : reading.content;
	return {
		kind: 'held',
		holder,
		state: content.state,
		organizationName: content.organizationName,
		notices,
	};
}

async function openLocked(place: Place, lock: Lock, notices: string[]): Promise<OpenedSession> {
	await sweepTemporaries(place.directory, place.now());
	await sweepImports(join(place.stateDirectory, 'sessions'), place.now());
	const reading = await readJournal(place.path, place.folder);
	if (reading?.kind === 'newer' || reading?.kind === 'other') {
		return refuse(place.path, reading);
	}

	const tightened = await tightenFile(place.path);
	if (tightened !== null) {
		notices.push(tightened);
	}

	switch (reading?.kind) {
		case undefined:
			return openContent(place, lock, nothingRecorded, notices);
		case 'foreign': {
			const aside = await moveAside(place.path, place.now());
			notices.push(
				`The journal held nothing that could be read. It was moved to ${shown(aside)}, and the session starts anew.`,
			);
			return openContent(place, lock, nothingRecorded, notices);
		}

		case 'damaged':
			return damaged(place, reading, lock, notices, await copyAside(place.path, place.now()));
		case 'whole':
			return openWhole(place, lock, reading, notices);
	}
}

async function openWhole(
	place: Place,
	lock: Lock,
	reading: JournalReading & {kind: 'whole'},
	notices: string[],
): Promise<OpenedSession> {
	const file = new JournalFile(place.path, reading.content.size);
	let {content} = reading;
	if (reading.tornBytes > 0) {
		const copy = await copyAside(place.path, place.now());
		await file.truncate();
		notices.push(
			`The last line of the journal was cut short and is left out; all before it is there. The journal as it was is in ${shown(copy)}.`,
		);
	}

	if (reading.unterminated) {
		await file.append('\n');
		content = {...content, size: content.size + 1};
	}

	await file.close();
	return openContent(place, lock, content, notices);
}

function openContent(
	place: Place,
	lock: Lock,
	content: JournalContent,
	notices: readonly string[],
): OpenedSession {
	const {path, header, tool, now} = place;
	const file = new JournalFile(path, content.size);
	return {kind: 'open', session: createSession({path, file, lock, content, header, tool, now}), notices};
}

function damaged(
	place: Place,
	reading: JournalReading & {kind: 'damaged'},
	lock: Lock | null,
	notices: readonly string[],
	copy: string | null,
): DamagedSession {
	const {content, leftOut, breaks} = reading;
	const close = async (): Promise<void> => {
		await lock?.release().catch(() => undefined);
	};

	return {
		kind: 'damaged',
		state: content.state,
		organizationName: content.organizationName,
		events: content.events,
		leftOut,
		breaks,
		copy,
		notices,
		close,
		async repair() {
			try {
				if (lock === null) {
					throw readOnlyError(place.path);
				}

				await lock.check();
				await copyAside(place.path, place.now());
				await repairJournal(place);
				return await openLocked(place, lock, []);
			} catch (error) {
				await close();
				return {kind: 'failed', error: toStateError('The journal could not be mended', place.path, error)};
			}
		},
	};
}

function refuse(path: string, reading: RefusedReading): OpenedSession {
	return {kind: reading.kind === 'newer' ? 'newer' : 'failed', error: refuseJournal(path, reading)};
}

function shown(path: string): SafeText {
	return makeSafe(path, 500);
}
