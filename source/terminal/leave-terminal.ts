/** Leave the alternate screen, show the cursor, end bracketed paste. */
const usualScreen = '\u001B[?1049l\u001B[?25h\u001B[?2004l';

const undo = new Set<() => void>();

/**
Have `restore` called before the program reports a fault of its own, so that the report lands on the usual screen.
Whoever takes over the terminal registers here and calls the returned function once it has given it back.
*/
export function whenLeaving(restore: () => void): () => void {
	undo.add(restore);
	return () => {
		undo.delete(restore);
	};
}

/** Give the terminal back, whatever state it is in. Does nothing on streams that are no terminals, nor on one that is gone. */
export function leaveTerminal(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): void {
	for (const restore of undo) {
		try {
			restore();
		} catch {
			// The fault being reported may be the very reason; the sequences below still apply.
		}
	}

	const held = undo.size > 0;
	undo.clear();
	if (stdin.isTTY && stdin.isRaw) {
		try {
			stdin.setRawMode(false);
		} catch {
			// The terminal is gone: there is nothing to set any more.
		}
	}

	if (held && stdout.isTTY) {
		stdout.write(usualScreen);
	}
}
