import {constants, type FileHandle} from 'node:fs/promises';
import {type JournalReading, startChain} from './journal-chain.ts';
import type {JournalEntry} from './journal-line.ts';
import {stateError} from './state-error.ts';
import {openChecked} from './state-files.ts';

/** Limits of a journal, in bytes (reliability §1). */
export const longestLine = 1024 * 1024;
export const longestJournal = 256 * 1024 * 1024;

const chunkSize = 256 * 1024;
const newline = 0x0a;

/**
Reads the journal at `path` as that of the session with folder `session`, in pieces; null when there is none.
Changes nothing. Each good line also goes to `onEntry`. Throws a UserError for anything but a regular file of
this user and for one over the limit, and the system's error when a read fails.
*/
export async function readJournal(
	path: string,
	session: string,
	onEntry?: (entry: JournalEntry) => void,
): Promise<JournalReading | null> {
	const handle = await openChecked(path, constants.O_RDONLY);
	if (handle === null) {
		return null;
	}

	try {
		if ((await handle.stat()).size > longestJournal) {
			throw stateError(
				'The journal is too large to be read',
				path,
				`It is larger than ${longestJournal / 1024 / 1024} MB, which no session of this program comes to.`,
				'Move it away and start again; the session then begins anew.',
			);
		}

		const chain = startChain(session, onEntry);
		await feedLines(handle, (line, bytes, isTerminated) => chain.take(line, bytes, isTerminated));
		return chain.finish();
	} finally {
		await handle.close();
	}
}

type TakeLine = (line: string, bytes: number, isTerminated: boolean) => boolean;

async function feedLines(handle: FileHandle, take: TakeLine): Promise<void> {
	// What is held of a line that goes on in the next piece. Of a line that is too long only its size is kept: it
	// reads as empty, which is no line of ours.
	let held: Buffer[] = [];
	let heldBytes = 0;
	const hold = (piece: Buffer): void => {
		heldBytes += piece.length;
		if (heldBytes > longestLine) {
			held = [];
		} else {
			held.push(piece);
		}
	};

	const release = (isTerminated: boolean): boolean => {
		const bytes = heldBytes + (isTerminated ? 1 : 0);
		const line = Buffer.concat(held).toString('utf8');
		held = [];
		heldBytes = 0;
		return take(line, bytes, isTerminated);
	};

	for (let offset = 0; offset < longestJournal; ) {
		const {bytesRead, buffer} = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, offset);
		if (bytesRead === 0) {
			break;
		}

		offset += bytesRead;
		const chunk = buffer.subarray(0, bytesRead);
		let start = 0;
		for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
			hold(chunk.subarray(start, end));
			start = end + 1;
			if (!release(true)) {
				return;
			}
		}

		if (start < chunk.length) {
			hold(chunk.subarray(start));
		}
	}

	if (heldBytes > 0) {
		release(false);
	}
}
