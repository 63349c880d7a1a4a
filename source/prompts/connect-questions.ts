import {input, password, select} from '@inquirer/prompts';
import {acrossStops} from './across-stops.ts';
import type {AskStreams} from './ask-first.ts';
import {type back, orBack} from './or-back.ts';

/** True where an answer can be taken, else a sentence that says why not. */
export type Validate = (value: string) => true | string;

export type NamedChoice<Value> = {readonly value: Value; readonly name: string};

/**
The kinds of question that connecting asks; each also gives `back`. Where a person breaks off they throw what the
prompts' library throws, or `BrokenOff`.
*/
export type ConnectQuestions = {
	readonly choose: <Value extends string>(
		message: string,
		choices: readonly NamedChoice<Value | typeof back>[],
	) => Promise<Value | typeof back>;
	readonly line: (message: string, validate: Validate) => Promise<string | typeof back>;
	/** What is typed is not shown, not even as dots. */
	readonly secret: (message: string, validate: Validate) => Promise<string | typeof back>;
};

/** A person broke off a question: Ctrl-C, or the end of the input. */
export class BrokenOff extends Error {
	override readonly name = 'BrokenOff';
}

/** Whether an error says that a person, or a signal, broke off a question. */
export function isBreakingOff(error: unknown): boolean {
	return (
		error instanceof BrokenOff ||
		(error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError'))
	);
}

/** Questions answered with arrow keys, Esc leading back. */
export function questionsByKeys(streams: AskStreams): ConnectQuestions {
	return {
		choose: (message, choices) =>
			acrossStops('list', streams, () => orBack(streams, place => select({message, choices}, place))),
		line: (message, validate) =>
			acrossStops('line', streams, () => orBack(streams, place => input({message, validate}, place))),
		secret: (message, validate) =>
			acrossStops('line', streams, () =>
				orBack(streams, place => password({message, mask: false, toggleMask: false, validate}, place)),
			),
	};
}
