const redacted = '[redacted]';

/** Characters below which nothing is taken out of texts: none of Mixpanel's secrets is so short, and words of our own are. */
const shortest = 6;

/**
A secret that cannot be printed: every road to text but `reveal()` gives `[redacted]`. It also knows the
encodings under which the secret could leak, so that a sink can be checked for it.
*/
export class Secret {
	readonly #value: string;

	constructor(value: string) {
		this.#value = value;
	}

	/** The secret itself, for the Authorization header and nothing else. */
	reveal(): string {
		return this.#value;
	}

	/** `text` with the secret replaced, in raw, base64, hexadecimal and URL-encoded form; as it is for a mistyped few letters. */
	redactFrom(text: string): string {
		let clean = text;
		for (const form of this.#forms()) {
			clean = clean.replaceAll(form, redacted);
		}

		return clean;
	}

	toString(): string {
		return redacted;
	}

	toJSON(): string {
		return redacted;
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return redacted;
	}

	#forms(): string[] {
		if (this.#value.length < shortest) {
			return [];
		}

		const bytes = Buffer.from(this.#value);
		const base64 = bytes.toString('base64');
		return [
			this.#value,
			base64,
			base64.replaceAll('=', ''),
			bytes.toString('base64url'),
			bytes.toString('hex'),
			encodeURIComponent(this.#value),
		];
	}
}
