/** What decoding gave: a whole value, or why there is none, in our words only. Never a part of a value. */
export type Decoded<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly reason: string};

export function decoded<Value>(value: Value): Decoded<Value> {
	return {ok: true, value};
}

export function undecodable(reason: string): {readonly ok: false; readonly reason: string} {
	return {ok: false, reason};
}
