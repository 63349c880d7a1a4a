/** Bytes that terminals commonly take; more is cut off or ignored by some of them. */
const most = 8 * 1024;

/**
The sequence that asks a terminal to put `text` on the clipboard (OSC 52), null when it is too long for one. Whether
the terminal does so it never tells; the text has to stand on the screen as well.
*/
export function clipboardSequence(text: string): string | null {
	const bytes = Buffer.from(text);
	return bytes.length > most ? null : `\u001B]52;c;${bytes.toString('base64')}\u0007`;
}
