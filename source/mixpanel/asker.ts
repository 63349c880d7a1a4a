import type {Read} from '../types/facts.ts';
import {ask, notAsked, type Question} from './ask.ts';
import type {Client} from './client.ts';
import {isCancelled} from './mixpanel-error.ts';

/** Puts the questions of one run, and none after a 401. */
export type Asker = {
	/** The read of a question, or `denied` without asking once the credential was refused. */
	readonly put: <Value>(question: Question<Value>) => Promise<Read<Value>>;
	readonly isUnauthorized: () => boolean;
};

/**
Begin a run. `onPut` is told after each question, asked or not. A 401 also ends the requests under way.
`put` throws only when `signal` or the client's own signal aborts.
*/
export function createAsker(
	client: Client,
	options: {readonly signal: AbortSignal; readonly now: () => Date; readonly onPut: () => void},
): Asker {
	const {now, onPut} = options;
	const refused = new AbortController();
	const signal = AbortSignal.any([options.signal, refused.signal]);

	const read = async <Value>(question: Question<Value>): Promise<Read<Value>> => {
		try {
			// Once refused, the signal is aborted and nothing is sent.
			const asked = await ask(client, question, {now, signal});
			if (asked.unauthorized) {
				refused.abort();
			}

			return asked.read;
		} catch (error) {
			if (isCancelled(error) && refused.signal.aborted && !options.signal.aborted) {
				return notAsked(question, now());
			}

			throw error;
		}
	};

	return {
		put: async question => {
			const answer = await read(question);
			onPut();
			return answer;
		},
		isUnauthorized: () => refused.signal.aborted,
	};
}
