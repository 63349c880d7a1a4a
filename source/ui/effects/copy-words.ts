/** What is said after the terminal was asked to copy a text, or could not be asked. */
export function copyWords(asked: boolean): string {
	return asked
		? 'Copied, if your terminal allows it; the value stands above as well.'
		: 'Too long for the clipboard of a terminal; mark it with the mouse.';
}
