import {confirm, input, select} from '@inquirer/prompts';
import type {Target} from '../types/target.ts';
import {acrossStops} from './across-stops.ts';
import type {AskStreams} from './ask-first.ts';
import {isBreakingOff} from './connect-questions.ts';
import {askOneOf, askUntil, askWord} from './plain/ask-one.ts';

/** Where prompts are shown and answered, and what ends them. */
export type PromptPlace = AskStreams & {
	/** Line by line, nothing drawn over. */
	readonly isPlain: boolean;
};

/** One change in the list; `why` = why it cannot be undone, null when it can. Texts are safe to show. */
export type ListedChange = {readonly operation: string; readonly label: string; readonly why: string | null};

/** Which change to undo; null = none of them. Throws what the library throws when it is broken off. */
export async function askWhichToUndo(
	changes: readonly ListedChange[],
	place: PromptPlace,
): Promise<string | null> {
	const message = 'Which change is to be undone?';
	const none = 'None, leave everything as it is';
	if (place.isPlain) {
		const row = await askOneOf(
			message,
			changes.map(({label, why}) => ({
				text: why === null ? label : `${label} (${why})`,
				isOpen: why === null,
			})),
			none,
			place,
		);
		return row === null ? null : (changes[row]?.operation ?? null);
	}

	return acrossStops('list', place, () =>
		select<string | null>(
			{
				message,
				choices: [
					...changes.map(({operation, label, why}) => ({
						value: operation,
						name: label,
						disabled: why === null ? false : `(${why})`,
					})),
					{value: null, name: none},
				],
			},
			place,
		),
	);
}

/** The name a change is signed with, when none is known yet. */
export async function askName(place: PromptPlace): Promise<string> {
	const message = 'Your name, for the record:';
	const validate = (value: string): true | string =>
		value.trim() !== '' || 'The record says who changed something.';
	const name = place.isPlain
		? await askUntil(message, validate, place)
		: await acrossStops('line', place, () => input({message, validate}, place));
	return name.trim();
}

/** What a person types where the name of a live organization is asked for, before anything is sent to it. */
export async function askOrganizationName(
	{name, organizationId, region}: Extract<Target, {kind: 'live'}>,
	place: PromptPlace,
): Promise<string> {
	const message = `This changes a real organization, for everyone in it: ${name} · ${organizationId} · ${region.toUpperCase()} · PRODUCTION. Type its name to go on:`;
	return place.isPlain
		? askUntil(message, () => true, place)
		: acrossStops('line', place, () => input({message}, place));
}

/** Whether to go on; No unless the person says otherwise. */
export async function askToGoOn(message: string, place: PromptPlace): Promise<boolean> {
	return place.isPlain
		? askWord('yes', `${message} Type yes to go on; anything else is no:`, place)
		: acrossStops('line', place, () => confirm({message, default: false}, place));
}

/** Whether a prompt was broken off, by Ctrl-C or a signal. */
export function isBrokenOff(error: unknown): boolean {
	return isBreakingOff(error);
}
