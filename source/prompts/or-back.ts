import type {AskStreams} from './ask-first.ts';

/** What a question gives when Esc was pressed instead of an answer. */
export const back = Symbol('back');

/**
Ask one question from which Esc leads back. The library knows no such key, so its prompt is broken off for it;
Ctrl-C and the outer signal still throw what the library throws.
*/
export async function orBack<Answer>(
	{signal, input, output}: AskStreams,
	ask: (streams: AskStreams) => Promise<Answer>,
): Promise<Answer | typeof back> {
	const leaving = new AbortController();
	const onKey = (_: unknown, key: {readonly name?: string} | undefined): void => {
		if (key?.name === 'escape') {
			leaving.abort();
		}
	};
	input.on('keypress', onKey);
	try {
		return await ask({signal: AbortSignal.any([signal, leaving.signal]), input, output});
	} catch (error) {
		if (leaving.signal.aborted && !signal.aborted) {
			return back;
		}

		throw error;
	} finally {
		input.off('keypress', onKey);
	}
}
