import type {Secret} from '../types/secret.ts';

const known = new Set<Secret>();

/** Have every text that passes `redact` cleared of this secret from now on. */
export function keepOut(secret: Secret): void {
	known.add(secret);
}

/** `text` without any secret the program has met, in any encoding the secret knows of. */
export function redact(text: string): string {
	let clean = text;
	for (const secret of known) {
		clean = secret.redactFrom(clean);
	}

	return clean;
}
