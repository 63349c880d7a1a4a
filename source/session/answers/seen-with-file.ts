import {makeSafe} from '../../terminal/make-safe.ts';
import type {SafeText} from '../../types/safe-text.ts';

/** What was seen, with the SHA-256 of the file that shows it: it tells later whether a file is that one. */
export function seenWithFile(seen: SafeText, hash: string | null): SafeText {
	return hash === null ? seen : makeSafe(`${seen} (file with SHA-256 ${hash})`.trimStart(), 3000);
}
