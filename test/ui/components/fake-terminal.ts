import {EventEmitter} from 'node:events';
import {stripVTControlCharacters} from 'node:util';

/** A terminal that keeps what is written to it, for a size of its own, resizing and keys without a real one. */
export type FakeTerminal = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** Everything written, oldest first. */
	readonly written: readonly string[];
	/** The lines written last, without colours. */
	readonly lines: () => readonly string[];
	/** Resolves once the lines hold a pattern. */
	readonly shows: (pattern: RegExp) => Promise<void>;
	readonly press: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => void;
};

class Output extends EventEmitter {
	readonly written: string[] = [];
	isTTY = true;
	columns: number;
	rows: number;

	constructor(columns: number, rows: number) {
		super();
		this.columns = columns;
		this.rows = rows;
	}

	write(text: string, ...rest: readonly unknown[]): boolean {
		this.written.push(text);
		this.emit('written');
		for (const done of rest) {
			if (typeof done === 'function') {
				done();
			}
		}

		return true;
	}
}

class Input extends EventEmitter {
	readonly isTTY = true;
	#text: string | null = null;

	press(text: string): void {
		this.#text = text;
		this.emit('readable');
		this.emit('data', text);
	}

	read(): string | null {
		const text = this.#text;
		this.#text = null;
		return text;
	}

	setEncoding(): void {}
	setRawMode(): void {}
	resume(): void {}
	pause(): void {}
	ref(): void {}
	unref(): void {}
}

export function fakeTerminal(columns = 80, rows = 24): FakeTerminal {
	const output = new Output(columns, rows);
	const input = new Input();
	const lines = (): readonly string[] => {
		const drawn = output.written.findLast(text => stripVTControlCharacters(text).trim() !== '') ?? '';
		return stripVTControlCharacters(drawn).split('\n');
	};

	return {
		stdin: seenAs(input),
		stdout: seenAs(output),
		written: output.written,
		lines,
		async shows(pattern) {
			while (!pattern.test(lines().join('\n'))) {
				await new Promise<void>(resolve => output.once('written', resolve));
			}
		},
		press: text => input.press(text),
		resize(wide, tall) {
			output.columns = wide;
			output.rows = tall;
			output.emit('resize');
		},
	};
}

/** A stand-in has only those members of a stream that are used; which those are, the compiler cannot know. */
function seenAs<Stream>(standIn: object): Stream {
	return Object.setPrototypeOf(standIn, Object.getPrototypeOf(standIn));
}
