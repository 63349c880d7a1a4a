import type {Command} from '../command.ts';
import {globalFlags} from './global-flags.ts';
import {type FlagValues, readFlags} from './read-flags.ts';
import {splitArguments} from './split-arguments.ts';
import {secretTyped, tooManyWords, unknownCommand} from './usage-errors.ts';

/** What a call asks for. `help` with null is the help of the whole program. */
export type ParsedCall =
	| {readonly kind: 'version'}
	| {readonly kind: 'help'; readonly command: Command | null}
	| {
			readonly kind: 'run';
			readonly command: Command;
			readonly positionals: readonly string[];
			/** The command's own flags and the global ones. */
			readonly flags: FlagValues;
	  };

/**
Turn the arguments after the program's name into a call. Pure but for loading code when there is a mistake to
explain. Rejects with a `UserError` (exit 2) for whatever it does not know, and never repeats the value of a flag
that could hold a secret.
*/
export async function parseInvocation(
	args: readonly string[],
	commands: readonly Command[],
): Promise<ParsedCall> {
	const {flags, words} = splitArguments(args, commands, globalFlags);
	if (flags.some(({name}) => looksSecret(name))) {
		throw secretTyped();
	}

	const [word, ...rest] = words;
	const command = commands.find(candidate => candidate.name !== '' && candidate.name === word);
	const chosen = command ?? commands.find(candidate => candidate.name === '');
	if (chosen === undefined) {
		throw new TypeError('the table of commands lacks the one without a name');
	}

	const values = await readFlags(flags, command ?? (word === undefined ? chosen : null), commands);
	if (word === 'help') {
		const [about] = rest;
		const explained = commands.find(({name}) => name !== '' && name === about) ?? null;
		if (explained === null && about !== undefined) {
			throw await unknownCommand(about, commands);
		}

		return {kind: 'help', command: explained};
	}

	if (command === undefined && word !== undefined) {
		throw await unknownCommand(word, commands);
	}

	if (values.has('version')) {
		return {kind: 'version'};
	}

	if (values.has('help')) {
		return {kind: 'help', command: command ?? null};
	}

	if (rest.length > chosen.positionals.length) {
		throw tooManyWords(chosen, rest, values);
	}

	return {kind: 'run', command: chosen, positionals: rest, flags: values};
}

/** A flag that would put a secret on the command line, under whatever name it is tried. */
function looksSecret(name: string): boolean {
	return name !== 'secret-stdin' && /secret|password|passwd|token/i.test(name);
}
