import type {AskStreams} from '../ask-first.ts';
import {BrokenOff, type ConnectQuestions, type Validate} from '../connect-questions.ts';
import {back} from '../or-back.ts';
import {askSecret} from './ask-secret.ts';
import {createAsker} from './create-asker.ts';
import {sayWrapped} from './say.ts';

/** Questions answered line by line: a choice by its number, 0 leading back. */
export function questionsByLine({input, output, signal}: AskStreams, isDumb: boolean): ConnectQuestions {
	const asker = createAsker({stdin: input, stdout: output, signal}, isDumb);
	const say = (line: string): void => sayWrapped(asker, [line]);

	async function line(ask: () => Promise<string | null>, validate: Validate): Promise<string | typeof back> {
		for (;;) {
			const answer = await ask();
			if (answer === null) {
				throw new BrokenOff('A question was broken off');
			}

			if (answer === '0') {
				return back;
			}

			const valid = validate(answer);
			if (valid === true) {
				return answer;
			}

			say(valid);
		}
	}

	return {
		async choose(message, choices) {
			say(message);
			for (const [index, {name}] of choices.entries()) {
				say(`  ${index + 1}: ${name.replaceAll(/ {2,}/g, ', ')}`);
			}

			const answer = await line(
				() => asker.ask('Number:'),
				typed =>
					choices[Number(typed) - 1] !== undefined || `Answer with a number from 1 to ${choices.length}.`,
			);
			return answer === back ? back : (choices[Number(answer) - 1]?.value ?? back);
		},
		line: (message, validate) => line(() => asker.ask(message), validate),
		// Inquirer would draw below the question, and show the secret at a key.
		secret: (message, validate) => line(() => askSecret(message, {input, output, signal}), validate),
	};
}
