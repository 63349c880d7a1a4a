import {parseArgs} from 'node:util';
import type {Command, Flag} from '../command.ts';

/** A flag as it was typed, in order. */
export type TypedFlag = {
	/** Without dashes. */
	readonly name: string;
	/** As typed, with dashes and without any value: safe to repeat to the person. */
	readonly typed: string;
	/** Absent for a switch, and for a flag whose value is missing. */
	readonly value: string | undefined;
	/** The value followed an equals sign. */
	readonly inline: boolean;
};

export type SplitArguments = {readonly flags: readonly TypedFlag[]; readonly words: readonly string[]};

/** Sort arguments into flags and words without judging them. Never throws. */
export function splitArguments(
	args: readonly string[],
	commands: readonly Command[],
	globals: readonly Flag[],
): SplitArguments {
	const options: Record<string, {type: 'string' | 'boolean'; multiple: true; short?: string}> = {};
	for (const flag of [...commands.flatMap(command => command.flags), ...globals]) {
		options[flag.name] = {
			type: flag.kind === 'switch' ? 'boolean' : 'string',
			multiple: true,
			...(flag.name === 'help' ? {short: 'h'} : {}),
		};
	}

	const {tokens} = parseArgs({args: [...args], options, strict: false, allowPositionals: true, tokens: true});
	const flags: TypedFlag[] = [];
	const words: string[] = [];
	for (const token of tokens) {
		if (token.kind === 'positional') {
			words.push(token.value);
		} else if (token.kind === 'option') {
			flags.push({
				name: token.name,
				typed: token.rawName,
				value: token.value,
				inline: token.inlineValue === true,
			});
		}
	}

	return {flags, words};
}
