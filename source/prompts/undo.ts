import {confirm, input, select} from '@inquirer/prompts';

/** Where prompts are shown and answered, and what ends them. */
export type PromptPlace = {
	readonly signal: AbortSignal;
	readonly input: NodeJS.ReadStream;
	readonly output: NodeJS.WriteStream;
};

/** One change in the list; `why` = why it cannot be undone, null when it can. Texts are safe to show. */
export type ListedChange = {readonly operation: string; readonly label: string; readonly why: string | null};

/** Which change to undo; null = none of them. Throws what the library throws when it is broken off. */
export async function askWhichToUndo(
	changes: readonly ListedChange[],
	place: PromptPlace,
): Promise<string | null> {
	return select<string | null>(
		{
			message: 'Which change is to be undone?',
			choices: [
				...changes.map(({operation, label, why}) => ({
					value: operation,
					name: label,
					disabled: why === null ? false : `(${why})`,
				})),
				{value: null, name: 'None, leave everything as it is'},
			],
		},
		place,
	);
}

/** The name a change is signed with, when none is known yet. */
export async function askName(place: PromptPlace): Promise<string> {
	const name = await input(
		{
			message: 'Your name, for the record:',
			validate: value => value.trim() !== '' || 'The record says who changed something.',
		},
		place,
	);
	return name.trim();
}

/** Whether to go on; No unless the person says otherwise. */
export async function askToGoOn(message: string, place: PromptPlace): Promise<boolean> {
	return confirm({message, default: false}, place);
}

/** Whether a prompt was broken off, by Ctrl-C or a signal. */
export function isBrokenOff(error: unknown): boolean {
	return error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
}
