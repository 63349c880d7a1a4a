import {createHash} from 'node:crypto';
import {constants, type FileHandle, open} from 'node:fs/promises';
import {basename} from 'node:path';
import {makeSafe} from '../../terminal/make-safe.ts';
import {saveMemory} from '../../terminal/save-memory.ts';
import type {AuditLog, ReadProgress} from '../../types/evidence-facts.ts';
import {exitCodes} from '../../types/exit-code.ts';
import type {ReadOk} from '../../types/facts.ts';
import {UserError} from '../../types/user-error.ts';
import {systemReason} from '../system-reason.ts';
import {createCounter} from './count-events.ts';
import {createRowReader} from './row-reader.ts';

/** Largest file, and what is read at once, in bytes. */
const longestFile = 1024 * 1024 * 1024;
const pieceSize = 256 * 1024;

/** Bytes made text at once: a text of more than 128 KB is a page of its own to the engine, and ten times as dear. */
const decodedSize = 32 * 1024;

export type ImportOptions = {
	readonly signal: AbortSignal;
	readonly now: Date;
	/** Told after each piece. */
	readonly onProgress: (progress: ReadProgress) => void;
	/** Names of events of which the newest are told with who did them; none unless given. */
	readonly recentOf?: ReadonlySet<string>;
};

/**
Count the events of an exported audit log, CSV or NDJSON. The file is read once, piece by piece, and only numbers are
kept of it.
@throws {UserError} exit 2 for what is no readable file, is too large, or is no audit log
@throws the signal's reason when it aborts
*/
export async function readAuditLog(path: string, options: ImportOptions): Promise<ReadOk<AuditLog>> {
	let handle: FileHandle | null = null;
	// Rows live for a moment each, and the engine would make room for ever more of them the longer the file is.
	saveMemory('ends');
	try {
		// A named pipe that nobody writes to would hang an open that waits.
		handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const stats = await handle.stat();
		if (!stats.isFile()) {
			throw refusal(path, 'is no audit log.', 'It is not a regular file.');
		}

		if (stats.size > longestFile) {
			throw refusal(path, 'is too large.', 'Up to 1 GB is read. Export a shorter range of time.');
		}

		return await readFrom(handle, stats.size, path, options);
	} catch (error) {
		options.signal.throwIfAborted();
		throw error instanceof Error && 'syscall' in error
			? refusal(path, 'cannot be read.', systemReason(error))
			: error;
	} finally {
		await handle?.close();
	}
}

async function readFrom(
	handle: FileHandle,
	size: number,
	path: string,
	{signal, now, onProgress, recentOf}: ImportOptions,
): Promise<ReadOk<AuditLog>> {
	const hash = createHash('sha256');
	const piece = Buffer.allocUnsafe(pieceSize);
	let reader: ReturnType<typeof createRowReader> | null = null;
	let counter: ReturnType<typeof createCounter> | null = null;
	let decoder = new TextDecoder();
	for (let done = 0; done < size; ) {
		signal.throwIfAborted();
		const {bytesRead} = await handle.read(piece, 0, Math.min(pieceSize, size - done));
		if (bytesRead === 0) {
			break;
		}

		const bytes = piece.subarray(0, bytesRead);
		hash.update(bytes);
		if (done === 0) {
			const packed = packedAs(bytes);
			if (packed !== null) {
				throw refusal(path, 'is no audit log.', packed);
			}

			decoder = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
		}

		done += bytesRead;
		for (let at = 0; at < bytesRead; at += decodedSize) {
			const text = decoder.decode(bytes.subarray(at, at + decodedSize), {stream: true});
			if (reader === null) {
				const counting = createCounter({
					now,
					hasHeader: !text.trimStart().startsWith('{'),
					recentOf: recentOf ?? null,
				});
				counter = counting;
				reader = createRowReader(text, counting.add);
			}

			reader.take(text);
		}

		onProgress({done, size, events: counter?.events() ?? 0});
	}

	reader?.take(decoder.decode());
	reader?.end();
	const counted = counter?.finish() ?? null;
	if (reader === null || counted === null) {
		throw refusal(
			path,
			'is no audit log that can be understood.',
			'No row in it has both a published event, such as session.logged_in, and a time.',
		);
	}

	return {
		outcome: 'ok',
		value: {format: reader.format, ...counted, sha256: hash.digest('hex')},
		evidence: [
			{
				source: 'log',
				detail: makeSafe(basename(path)),
				grade: null,
				observedAt: now.toISOString(),
				outcome: 'ok',
			},
		],
	};
}

/** What a file that is packed, or no export, is instead; null for what may be text. */
function packedAs(bytes: Uint8Array): string | null {
	if ((bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) {
		return 'It is a packed file (gzip, zip or a spreadsheet). Unpack it, or export again as CSV or NDJSON.';
	}

	return bytes[0] === 0x5b ? 'It is one JSON list. Export it as NDJSON, one event a line, or as CSV.' : null;
}

function refusal(path: string, what: string, why: string): UserError {
	return new UserError(`${makeSafe(path, 300)} ${what}`, {
		why,
		next: 'Export under Settings → Org → Audit Log → Export, as NDJSON or CSV, and name that file.',
		exitCode: exitCodes.usage,
	});
}
