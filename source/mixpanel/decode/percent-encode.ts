/**
Percent-encode any string, one to one. The built-in encoder throws on lone surrogates, which JSON may carry;
they are written as the three bytes that UTF-8 would give them.
*/
export function percentEncode(text: string): string {
	return text.isWellFormed()
		? encodeURIComponent(text)
		: [...text]
				.map(character => (character.isWellFormed() ? encodeURIComponent(character) : encodeLone(character)))
				.join('');
}

function encodeLone(surrogate: string): string {
	const unit = surrogate.charCodeAt(0);
	return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]
		.map(byte => `%${byte.toString(16).toUpperCase()}`)
		.join('');
}
