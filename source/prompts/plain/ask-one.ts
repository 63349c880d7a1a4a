import type {AskStreams} from '../ask-first.ts';
import {BrokenOff, type Validate} from '../connect-questions.ts';
import type {Asker} from './asker.ts';
import {createAsker} from './create-asker.ts';
import {sayWrapped} from './say.ts';

// All of these throw `BrokenOff` where a person breaks off.

/** Index of the row a person names by its number; null for none of them, which is 0. Closed rows cannot be named. */
export async function askOneOf(
	message: string,
	rows: readonly {readonly text: string; readonly isOpen: boolean}[],
	none: string,
	streams: AskStreams,
): Promise<number | null> {
	const asker = askerOf(streams);
	sayWrapped(asker, [message, ...rows.map(({text}, index) => `  ${index + 1}: ${text}`), `  0: ${none}`]);
	const answer = await askUntil(
		'Number:',
		typed => typed === '0' || rows[Number(typed) - 1]?.isOpen === true || 'Answer with one of these numbers.',
		streams,
	);
	return answer === '0' ? null : Number(answer) - 1;
}

/** A line that can be taken; says why not, and asks again, until it is one. */
export async function askUntil(message: string, validate: Validate, streams: AskStreams): Promise<string> {
	const asker = askerOf(streams);
	for (;;) {
		const answer = await asker.ask(message);
		if (answer === null) {
			throw new BrokenOff('A question was broken off');
		}

		const valid = validate(answer);
		if (valid === true) {
			return answer;
		}

		sayWrapped(asker, [valid]);
	}
}

/** Whether a person typed exactly this word, in any case. */
export async function askWord(word: string, message: string, streams: AskStreams): Promise<boolean> {
	const asker = askerOf(streams);
	sayWrapped(asker, [message]);
	return (await askUntil('>', () => true, streams)).toLowerCase() === word.toLowerCase();
}

function askerOf({input, output, signal}: AskStreams): Asker {
	return createAsker({stdin: input, stdout: output, signal}, process.env['TERM'] === 'dumb');
}
