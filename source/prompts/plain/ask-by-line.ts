import {createInterface} from 'node:readline';
import {handOverInput} from '../../terminal/hand-over-input.ts';
import type {AskerStreams} from './asker.ts';

/** One line from a terminal that edits it by itself; null when the input has ended or the program is told to end. */
export async function askByLine(
	question: string,
	{stdin, stdout, signal}: AskerStreams,
): Promise<string | null> {
	handOverInput(stdin);
	const reader = createInterface({input: stdin, output: stdout, terminal: false});
	try {
		return await new Promise<string | null>(resolve => {
			reader.once('line', resolve);
			reader.once('close', () => resolve(null));
			signal.addEventListener('abort', () => resolve(null), {once: true});
			stdout.write(`${question} `);
		});
	} finally {
		reader.close();
	}
}
