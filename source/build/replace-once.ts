/** `source` with `old` replaced. Throws, naming `what`, when `old` is not there exactly once. */
export function replaceOnce(source: string, old: string, replacement: string, what: string): string {
	const parts = source.split(old);
	if (parts.length !== 2) {
		throw new Error(`${what} has changed: ${parts.length - 1} places, not one, read ${old}`);
	}

	return parts.join(replacement);
}
