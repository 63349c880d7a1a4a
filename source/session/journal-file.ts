import {constants, type FileHandle} from 'node:fs/promises';
import {durableWrite} from './durable-write.ts';
import {longestJournal} from './read-journal.ts';
import {stateError, toStateError} from './state-error.ts';
import {checkFile, openChecked} from './state-files.ts';

const failure = 'Progress could not be saved';

/** The end of a journal, to which lines are added one call at a time. */
export class JournalFile {
	readonly #path: string;
	/** Bytes known to be whole and on the disk. */
	#size: number;
	#handle: FileHandle | null = null;
	/** A failed write may have left bytes behind that could not be taken back yet. */
	#isDirty = false;

	/** `size` is that of the good content; 0 means that the file does not exist yet. */
	constructor(path: string, size: number) {
		this.#path = path;
		this.#size = size;
	}

	/**
	Adds `text`, whole lines; it is on the disk when this resolves. Rejects with a UserError and leaves the
	journal as it was when the disk, the system or another program is in the way.
	*/
	async append(text: string): Promise<void> {
		const bytes = Buffer.from(text);
		try {
			if (this.#size + bytes.length > longestJournal) {
				throw Object.assign(new Error('The journal is full'), {code: 'EFBIG'});
			}

			if (this.#size === 0) {
				await this.#create(text);
			} else {
				await this.#extend(bytes);
			}
		} catch (error) {
			throw toStateError(failure, this.#path, error);
		}

		this.#size += bytes.length;
	}

	/** Cuts off what stands after the good content. Rejects with the system's error. */
	async truncate(): Promise<void> {
		const handle = await this.#open();
		await handle.truncate(this.#size);
		await handle.sync();
		this.#isDirty = false;
	}

	async close(): Promise<void> {
		await this.#handle?.close();
		this.#handle = null;
	}

	// The first lines arrive by rename, so that no crash can leave an empty journal.
	async #create(text: string): Promise<void> {
		if ((await checkFile(this.#path)) !== null && !this.#isDirty) {
			throw this.#changed();
		}

		this.#isDirty = true;
		await durableWrite(this.#path, text);
		this.#isDirty = false;
	}

	async #extend(bytes: Buffer): Promise<void> {
		const handle = await this.#open();
		await this.#checkUnchanged(handle);
		if (this.#isDirty) {
			await this.truncate();
		}

		try {
			await handle.writeFile(bytes);
			await handle.sync();
			if ((await handle.stat()).size !== this.#size + bytes.length) {
				throw Object.assign(new Error('The journal was written short'), {code: 'ENOSPC'});
			}
		} catch (error) {
			this.#isDirty = true;
			await this.truncate().catch(() => undefined);
			throw error;
		}
	}

	// A journal that was moved or deleted would swallow every later line without a word.
	async #checkUnchanged(handle: FileHandle): Promise<void> {
		const [there, opened] = [await checkFile(this.#path), await handle.stat()];
		const isSame = there !== null && there.ino === opened.ino && there.dev === opened.dev;
		if (!isSame || (opened.size !== this.#size && !this.#isDirty)) {
			throw this.#changed();
		}
	}

	async #open(): Promise<FileHandle> {
		this.#handle ??= await openChecked(this.#path, constants.O_WRONLY | constants.O_APPEND);
		if (this.#handle === null) {
			throw this.#changed();
		}

		return this.#handle;
	}

	#changed() {
		return stateError(
			failure,
			this.#path,
			'Another program moved, deleted or changed the journal.',
			'Leave, see what happened to it, and open the session again.',
		);
	}
}
