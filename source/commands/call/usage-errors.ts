import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import type {Command, Flag} from '../command.ts';
import type {FlagValues} from './read-flags.ts';
import type {TypedFlag} from './split-arguments.ts';
import {suggest} from './suggest.ts';

/** A call that cannot be understood: exit 2, with the help to read next. `hint` comes before it. */
export function usage(what: string, why: string, command: Command | null, hint = ''): UserError {
	const help = ['mixpanel-harden', command?.name ?? '', '--help'].filter(part => part !== '').join(' ');
	return new UserError(what, {
		why,
		next: `${hint}\`${help}\` shows what can be written.`,
		exitCode: exitCodes.usage,
	});
}

export function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Someone tried to give a secret as an argument. Says nothing of its value. */
export function secretTyped(): UserError {
	return new UserError('A secret is not accepted on the command line.', {
		why: 'Other users of this machine can see the arguments of a running program, and shells keep them in their history.',
		next: 'Set MIXPANEL_SERVICE_ACCOUNT_SECRET instead, or pipe the secret into `mixpanel-harden check --secret-stdin`. If it was a real secret, replace it with a new one.',
		exitCode: exitCodes.usage,
	});
}

export async function unknownCommand(word: string, commands: readonly Command[]): Promise<UserError> {
	const names = commands.map(({name}) => name).filter(name => name !== '');
	const near = await suggest(word, [...names, 'help', '--help', '--version']);
	return usage(
		`There is no command "${word}".`,
		`The commands are ${listed(names)}.`,
		null,
		near === null ? '' : `Did you mean \`mixpanel-harden ${near}\`? `,
	);
}

export async function unknownFlag(
	given: TypedFlag,
	known: readonly Flag[],
	command: Command | null,
	commands: readonly Command[],
): Promise<UserError> {
	const owners = commands
		.filter(({flags}) => flags.some(({name}) => name === given.name))
		.map(({name}) => (name === '' ? 'the wizard' : name));
	const instead = command?.instead?.[given.name];
	const near = await suggest(
		given.name,
		known.map(({name}) => name),
	);
	return usage(
		command === null || command.name === ''
			? `There is no flag ${given.typed} here.`
			: `${command.name} has no flag ${given.typed}.`,
		owners.length > 0 && given.typed.startsWith('--')
			? `It belongs to ${listed(owners)}.`
			: 'Nothing here goes by that name.',
		command,
		instead === undefined ? (near === null ? '' : `Did you mean --${near}? `) : `${instead} `,
	);
}

export function tooManyWords(command: Command, words: readonly string[], values: FlagValues): UserError {
	const extra = words.length - command.positionals.length;
	// A secret typed behind the switch that announces it must not be shown again.
	const shown = values.has('secret-stdin') ? '' : ` Left over: ${listed(words.slice(-extra))}.`;
	return usage(
		`${command.name} was given ${extra === 1 ? 'a word' : `${extra} words`} too many.`,
		(values.has('secret-stdin')
			? 'The secret is read from standard input, never from the command line.'
			: command.positionals.length === 0
				? 'It takes flags only.'
				: `It takes at most ${command.positionals.map(({name}) => name).join(' and ')}.`) + shown,
		command,
	);
}
