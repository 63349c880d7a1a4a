import type {Command, Flag} from '../command.ts';
import {globalFlags} from './global-flags.ts';
import type {TypedFlag} from './split-arguments.ts';
import {suggest} from './suggest.ts';
import {listed, unknownFlag, usage} from './usage-errors.ts';

/** Values by flag name without dashes; a flag that was not given is absent. */
export type FlagValues = ReadonlyMap<string, string | true | readonly string[]>;

/**
Read the flags of `command`; with null, of any command, when the command itself is not known. Rejects with a
`UserError` for a flag that is unknown, repeated, or without a value it takes.
*/
export async function readFlags(
	typed: readonly TypedFlag[],
	command: Command | null,
	commands: readonly Command[],
): Promise<FlagValues> {
	const known = [
		...(command === null ? commands.flatMap(candidate => candidate.flags) : command.flags),
		...globalFlags,
	];
	const values = new Map<string, string | true | readonly string[]>();
	for (const given of typed) {
		const flag = known.find(({name}) => name === given.name && given.typed.startsWith('--'));
		if (flag === undefined && given.typed === '-h') {
			values.set('help', true);
		} else if (flag === undefined) {
			throw await unknownFlag(given, known, command, commands);
		} else if (flag.kind === 'switch') {
			readSwitch(given, command);
			values.set(flag.name, true);
		} else {
			const items = await readValues(given, flag, command);
			const before = values.get(flag.name);
			if (flag.kind === 'list') {
				values.set(flag.name, [...(Array.isArray(before) ? before : []), ...items]);
			} else if (before === undefined) {
				values.set(flag.name, items.join());
			} else {
				throw usage(`--${flag.name} was given twice.`, 'It takes one value, and two may disagree.', command);
			}
		}
	}

	return values;
}

function readSwitch(given: TypedFlag, command: Command | null): void {
	if (given.value !== undefined) {
		throw usage(`${given.typed} takes no value.`, 'It is on when it is given, off when it is not.', command);
	}
}

async function readValues(
	given: TypedFlag,
	flag: Flag & {readonly kind: 'text' | 'list'},
	command: Command | null,
): Promise<readonly string[]> {
	const {value} = given;
	if (value === undefined || value === '') {
		throw usage(`${given.typed} needs a value.`, `It is written ${given.typed} ${flag.value}.`, command);
	}

	// `--output --quiet` is a forgotten value far more often than a file named `--quiet`.
	if (!given.inline && value.startsWith('-') && value !== '-') {
		throw usage(
			`${given.typed} needs a value.`,
			`The next word begins with a dash. If it is meant, write ${given.typed}=${flag.value}.`,
			command,
		);
	}

	const {choices, range} = flag;
	if (range !== undefined && !isWithin(value, range)) {
		throw usage(
			`${given.typed} takes a whole number from ${range[0]} to ${range[1]}.`,
			`"${value}" is none.`,
			command,
		);
	}

	if (choices === undefined) {
		return [value];
	}

	const items = flag.kind === 'list' ? value.split(',').map(item => item.trim()) : [value];
	for (const item of items) {
		if (!choices.includes(item)) {
			const near = await suggest(item, choices);
			throw usage(
				`${given.typed} does not know "${item}".`,
				`It takes ${listed(choices)}.`,
				command,
				near === null ? '' : `Did you mean ${given.typed} ${near}? `,
			);
		}
	}

	return items;
}

function isWithin(value: string, [least, most]: readonly [number, number]): boolean {
	return /^\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most;
}
