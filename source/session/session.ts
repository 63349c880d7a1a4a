import {dirname} from 'node:path';
import type {Facts} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../types/session.ts';
import type {UserError} from '../types/user-error.ts';
import type {FactsReference, LatestFacts} from './facts-store.ts';
import {fold} from './fold.ts';
import type {JournalContent} from './journal-chain.ts';
import type {JournalFile} from './journal-file.ts';
import {encodeLine, type JournalEntry, type JournalHeader, parseLine} from './journal-line.ts';
import type {Lock} from './lock.ts';
import {longestLine} from './read-journal.ts';
import {recordedAt} from './recorded-at.ts';
import {stateError} from './state-error.ts';

/** A session that is open. */
export type Session = {
	/** The latest state; a new object after each event. */
	readonly state: SessionState;
	/** The organization's name as last recorded; null by hand or when nothing is recorded yet. */
	readonly organizationName: SafeText | null;
	/** Where the journal is, to be shown. */
	readonly path: string;
	/** True when the session was opened for reading only; `append` then always rejects. */
	readonly isReadOnly: boolean;
	/**
	Records an event, in the order of the calls. It is on the disk when this resolves. Rejects with a UserError
	(exit code 5) when it could not be saved; what was saved before is intact, and later events may succeed.
	*/
	append(event: SessionEvent): Promise<void>;
	/**
	Keeps what was read beside the journal, in its turn with the events; the reference then goes into the record of the
	assessment. Rejects like `append`.
	*/
	saveFacts(facts: Facts): Promise<FactsReference>;
	/** The facts of the last assessment that kept them, or why they can't be used; null when none did. */
	loadLatestFacts(): Promise<LatestFacts | null>;
	/** Checksum of the journal's last line, SHA-256 in hexadecimal; null for an empty journal. */
	headHash(): string | null;
	/** Waits for what is being saved, then gives the session free. */
	close(): Promise<void>;
};

export type SessionParts = {
	readonly path: string;
	readonly file: JournalFile;
	readonly lock: Lock;
	readonly content: JournalContent;
	readonly header: JournalHeader;
	readonly tool: {readonly version: string; readonly guideVersion: string};
	readonly now: () => Date;
};

/**
A session that writes. The line that says who opened it is written together with the first event: a session
that is only looked at leaves no trace, and its last moment stays the one when something happened.
*/
export function createSession(parts: SessionParts): Session {
	const {path, file, lock, header, tool, now} = parts;
	let {state, organizationName, lastSerial, head} = parts.content;
	let isAnnounced = false;
	let isClosed = false;
	let queue: Promise<void> = Promise.resolve();

	const write = async (event: SessionEvent): Promise<void> => {
		const at = recordedAt(state.lastAt, now());
		const events: SessionEvent[] = isAnnounced
			? [event]
			: [{type: 'session_opened', tool: tool.version, guide: tool.guideVersion}, event];
		let serial = lastSerial;
		let previous = head;
		let text = '';
		const entries: JournalEntry[] = [];
		for (const each of events) {
			serial += 1;
			const {line, checksum} = encodeLine({
				serial,
				at,
				previous,
				header: each.type === 'session_opened' ? header : null,
				event: each,
			});
			// What is recorded in memory is what a later start will read, not what was passed in.
			const parsed = parseLine(line);
			if (parsed.kind !== 'entry' || Buffer.byteLength(line) > longestLine) {
				throw new TypeError(`A ${each.type} event cannot be recorded: it would not be readable again`);
			}

			entries.push(parsed.entry);
			previous = checksum;
			text += `${line}\n`;
		}

		await lock.check();
		await file.append(text);
		state = entries.reduce(fold, state);
		organizationName = header.organizationName ?? organizationName;
		lastSerial = serial;
		head = previous;
		isAnnounced = true;
	};

	return {
		get state() {
			return state;
		},
		get organizationName() {
			return organizationName;
		},
		path,
		isReadOnly: false,
		append(event) {
			if (isClosed) {
				return Promise.reject(new TypeError('The session is closed'));
			}

			const written = queue.then(() => write(event));
			queue = written.catch(() => undefined);
			return written;
		},
		saveFacts(facts) {
			if (isClosed) {
				return Promise.reject(new TypeError('The session is closed'));
			}

			const saved = queue.then(async () => {
				await lock.check();
				const {namedFacts, saveFacts} = await import('./facts-store.ts');
				return saveFacts(dirname(path), facts, now(), namedFacts(state));
			});
			queue = saved.then(
				() => undefined,
				() => undefined,
			);
			return saved;
		},
		loadLatestFacts: () => loadLatest(state, path),
		headHash: () => head,
		async close() {
			isClosed = true;
			await queue;
			// Every line is on the disk already, and the lock must not stay for this.
			await file.close().catch(() => undefined);
			// A lock that stays behind is recognized as stale by the next start.
			await lock.release().catch(() => undefined);
		},
	};
}

/** A session as it was read, in which nothing can be recorded. */
export function createReadOnlySession(path: string, content: JournalContent): Session {
	return {
		state: content.state,
		organizationName: content.organizationName,
		path,
		isReadOnly: true,
		append: () => Promise.reject(readOnlyError(path)),
		saveFacts: () => Promise.reject(readOnlyError(path)),
		loadLatestFacts: () => loadLatest(content.state, path),
		headHash: () => content.head,
		close: () => Promise.resolve(),
	};
}

// Facts have a dozen decoders, and most sessions that are opened are only listed.
async function loadLatest(state: SessionState, path: string): Promise<LatestFacts | null> {
	const {latestFacts} = await import('./facts-store.ts');
	return latestFacts(state, dirname(path));
}

/** Why nothing can be recorded in a session that was opened for reading. */
export function readOnlyError(path: string): UserError {
	return stateError(
		'Nothing was saved',
		path,
		'The session was opened for reading only.',
		'Open it for writing, and try again.',
	);
}
