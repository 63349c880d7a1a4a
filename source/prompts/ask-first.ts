import {confirm, input} from '@inquirer/prompts';
import {acrossStops} from './across-stops.ts';
import {isBreakingOff} from './connect-questions.ts';
import {askUntil, askWord} from './plain/ask-one.ts';

export type AskStreams = {
	readonly signal: AbortSignal;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
};

/** `isPlain`: line by line, nothing drawn over. */
type AskPlace = AskStreams & {readonly isPlain: boolean};

/** Asks for a yes; everything else, Ctrl-C included, is none. Needs a terminal. */
export async function askYes(message: string, place: AskPlace): Promise<boolean> {
	return unlessCancelled(
		place.isPlain
			? askWord('yes', `${message} Type yes; anything else is no:`, place)
			: acrossStops('line', place, () => confirm({message, default: false}, place)),
		false,
	);
}

/** Asks for exactly this word to be typed; everything else, Ctrl-C included, is a no. Needs a terminal. */
export async function askToType(word: string, message: string, place: AskPlace): Promise<boolean> {
	const asking = place.isPlain
		? askUntil(message, () => true, place)
		: acrossStops('line', place, () => input({message}, place));
	return (await unlessCancelled(asking, '')).trim() === word;
}

async function unlessCancelled<Answer>(asking: Promise<Answer>, otherwise: Answer): Promise<Answer> {
	try {
		return await asking;
	} catch (error) {
		if (isBreakingOff(error)) {
			return otherwise;
		}

		throw error;
	}
}
