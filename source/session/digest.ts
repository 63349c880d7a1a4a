// Loading the cryptography of Node costs a tenth of a start, and not every start needs it; an import would load it
// in any case.
function crypto() {
	return process.getBuiltinModule('node:crypto');
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
	return crypto().hash('sha256', text);
}

/** Unguessable lower-case hexadecimal of `bytes` bytes. */
export function randomHex(bytes: number): string {
	return crypto().randomBytes(bytes).toString('hex');
}
