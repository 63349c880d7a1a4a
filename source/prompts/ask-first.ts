import {confirm, input} from '@inquirer/prompts';

export type AskStreams = {
	readonly signal: AbortSignal;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
};

/** Asks for a yes; everything else, Ctrl-C included, is none. Needs a terminal. */
export async function askYes(message: string, streams: AskStreams): Promise<boolean> {
	return unlessCancelled(confirm({message, default: false}, streams), false);
}

/** Asks for exactly this word to be typed; everything else, Ctrl-C included, is a no. Needs a terminal. */
export async function askToType(word: string, message: string, streams: AskStreams): Promise<boolean> {
	return (await unlessCancelled(input({message}, streams), '')).trim() === word;
}

async function unlessCancelled<Answer>(asking: Promise<Answer>, otherwise: Answer): Promise<Answer> {
	try {
		return await asking;
	} catch (error) {
		if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) {
			return otherwise;
		}

		throw error;
	}
}
