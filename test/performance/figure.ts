/** One line of the result: what was measured, what came out, and what it should be. */
export type Figure = {readonly what: string; readonly measured: string; readonly goal: string};

/** `1.08 × bare Ink`. */
export function times(ratio: number, base: string): string {
	return `${ratio.toFixed(2)} × ${base}`;
}

/** A figure as a row of the table. */
export function row({what, measured, goal}: Figure): string {
	return `${what.padEnd(52)} ${measured.padEnd(34)} ${goal}`;
}
