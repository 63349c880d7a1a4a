import {input} from '@inquirer/prompts';
import {handOverInput} from '../../terminal/hand-over-input.ts';
import {acrossStops} from '../across-stops.ts';
import type {AskerStreams} from './asker.ts';

/** A question as Inquirer takes it. A mark before it would be read out before each question. */
export function lineQuestion(message: string): Parameters<typeof input>[0] {
	return {message, theme: {prefix: {idle: '', done: ''}}};
}

/** One line by Inquirer; null when it was broken off. Rejects with what is no breaking off. */
export async function askWithInquirer(
	question: string,
	{stdin, stdout, signal}: AskerStreams,
): Promise<string | null> {
	const gone = new AbortController();
	// Inquirer waits for ever once the input has ended, and takes Ctrl-D for its end.
	const onKey = (_: unknown, key: {readonly ctrl?: boolean; readonly name?: string} | undefined): void => {
		if (key?.ctrl === true && key.name === 'd') {
			gone.abort();
		}
	};

	const onEnd = (): void => gone.abort();
	handOverInput(stdin);
	stdin.on('keypress', onKey);
	stdin.once('end', onEnd);
	try {
		const place = {input: stdin, output: stdout, signal: AbortSignal.any([signal, gone.signal])};
		return await acrossStops('line', place, () => input(lineQuestion(question), place));
	} catch (error) {
		if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)) {
			return null;
		}

		throw error;
	} finally {
		stdin.off('keypress', onKey);
		stdin.off('end', onEnd);
	}
}
