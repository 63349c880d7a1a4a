import {handOverInput} from '../../terminal/hand-over-input.ts';
import type {AskStreams} from '../ask-first.ts';

/** Characters that end or change a line typed unseen. */
const keys = {enter: /[\r\n]/, breakOff: /[\u0003\u0004]/, erase: /[\b\u007F]/, other: /\p{Cc}/u};

/** A line typed with nothing shown; null when it was broken off. */
export async function askSecret(
	question: string,
	{input, output, signal}: AskStreams,
): Promise<string | null> {
	const typed: string[] = [];
	output.write(`${question} `);
	input.setRawMode(true);
	handOverInput(input);
	let stop = (): void => undefined;
	try {
		return await new Promise<string | null>(resolve => {
			const onData = (data: Buffer | string): void => {
				for (const character of data.toString()) {
					if (keys.enter.test(character)) {
						resolve(typed.join(''));
					} else if (keys.breakOff.test(character)) {
						resolve(null);
					} else if (keys.erase.test(character)) {
						typed.pop();
					} else if (!keys.other.test(character)) {
						typed.push(character);
					}
				}
			};

			stop = () => input.off('data', onData);
			input.on('data', onData);
			input.once('end', () => resolve(null));
			signal.addEventListener('abort', () => resolve(null), {once: true});
		});
	} finally {
		stop();
		input.setRawMode(false);
		input.pause();
		output.write('\n');
	}
}
