import {readdir, stat} from 'node:fs/promises';
import {homedir} from 'node:os';
import {basename, dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {makeSafe} from '../../terminal/make-safe.ts';

/** Entries of a folder that are looked through for a name with other blanks or accents. */
const mostEntries = 10_000;

/**
The file a person means by what they typed, pasted or dropped on the terminal, as an absolute path: of the ways it can
be understood the first that exists, else a name in that folder that differs only in what a terminal does not carry
over; where nothing exists, the likeliest. Never rejects.
*/
export async function pastedPath(text: string): Promise<string> {
	const paths = pathsOf(text, homedir()).map(path => resolve(path));
	for (const path of paths) {
		if (await exists(path)) {
			return path;
		}
	}

	const last = paths.at(-1) ?? resolve(text);
	return (await likeIt(last)) ?? last;
}

/**
The ways to understand a path: as it stands; as terminals write a file that was dropped on them, between quotes or with
backslashes before blanks; as the address of a file. `~` is `home`. Pure.
*/
export function pathsOf(text: string, home: string): readonly string[] {
	const plain = text.trim();
	const unquoted = unquote(plain);
	const address = fromAddress(unquoted);
	const paths = [plain, unquoted, ...(address === null ? [] : [address])];
	return [...new Set(paths.map(path => path.replace(/^~(?=$|[/\\])/, () => home)))];
}

/** A word as a shell reads it. What is no whole word in quotes stays as it is. */
function unquote(text: string): string {
	let plain = '';
	let quote: string | null = null;
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charAt(at);
		const next = text.charAt(at + 1);
		if (character === quote) {
			quote = null;
		} else if (quote === null && (character === '"' || character === "'")) {
			quote = character;
		} else if (
			character === '\\' &&
			next !== '' &&
			(quote === null || (quote === '"' && /["\\$`]/.test(next)))
		) {
			plain += next;
			at += 1;
		} else {
			plain += character;
		}
	}

	return quote === null ? plain : text;
}

function fromAddress(text: string): string | null {
	try {
		return text.startsWith('file:') ? fileURLToPath(text) : null;
	} catch {
		return null;
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		// What may not be looked at is there; the reading of it will say why.
		(error: unknown) =>
			error instanceof Error && 'code' in error && error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
	);
}

/** The only entry of the folder that looks the same on a screen. */
async function likeIt(path: string): Promise<string | null> {
	const folder = dirname(path);
	const names = await readdir(folder).catch(() => []);
	const wanted = looks(basename(path));
	const alike = names.slice(0, mostEntries).filter(name => looks(name) === wanted);
	return alike.length === 1 && alike[0] !== undefined ? join(folder, alike[0]) : null;
}

/** A name as a field of text shows it. */
function looks(name: string): string {
	return makeSafe(name.replaceAll(/[\s\p{Cc}]+/gu, ' '), 300);
}
