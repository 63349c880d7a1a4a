/** Characters that no shell takes for anything but themselves. */
const plain = /^[\w@%+=:,./-]+$/;

/** What moves a cursor, is not drawn, or turns the direction of writing. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
One word of a command line as a POSIX shell takes it, quoted only where it has to be. Hidden characters are spelled out in
the quoting of bash and zsh, so that what is printed is also what is meant. On Windows in double quotes.
*/
export function shellWord(word: string, platform: NodeJS.Platform = process.platform): string {
	if (plain.test(word)) {
		return word;
	}

	if (platform === 'win32') {
		return /^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`;
	}

	if (word.search(hidden) === -1) {
		return `'${word.replaceAll("'", String.raw`'\''`)}'`;
	}

	const spelled = word.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(hidden, escapeOf);
	return `$'${spelled}'`;
}

function escapeOf(character: string): string {
	return [...Buffer.from(character)].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
