import type {Terminal} from '../support/pty/start-in-terminal.ts';

/** A person at the plain questions of a program: reads the question at the cursor and answers it. */
export type Conversation = {
	/** Waits until this question stands open, with nothing typed yet, and answers it. */
	readonly answer: (question: RegExp, line: string) => Promise<void>;
	/** Waits until this question stands open; gives all that was said since the answer before. */
	readonly hear: (question: RegExp) => Promise<string>;
};

/** Milliseconds a question may take: the organization is read in between. */
const patience = 20_000;

export function converse(terminal: Terminal): Conversation {
	let heard = 0;
	const isOpen = (question: RegExp): boolean => {
		const row = (terminal.screen()[terminal.cursor().row] ?? '').trim();
		return question.test(row) && /[>:]$/.test(row) && terminal.cursor().column > row.length - 1;
	};

	const said = (): string => terminal.scrollback().join('\n').trimEnd();
	return {
		async hear(question) {
			await terminal.waitFor(() => isOpen(question), patience);
			return said().slice(heard);
		},
		async answer(question, line) {
			await terminal.waitFor(() => isOpen(question), patience);
			heard = said().length;
			const lines = newLines(terminal);
			terminal.type(`${line}\r`);
			// The same question may come again: it is another one only once this one is behind.
			await terminal.waitFor(() => newLines(terminal) > lines);
		},
	};
}

function newLines(terminal: Terminal): number {
	return terminal.output().split('\n').length;
}
