/** The kind of personal data a property's name speaks of, null for none. */
export function looksLikePersonalData(rawName: string): string | null {
	return /e-?mail/i.test(rawName) ? 'e-mail' : null;
}
