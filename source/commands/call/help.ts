import {tool} from '../../types/tool.ts';
import type {Command, Flag, HelpList} from '../command.ts';
import {globalFlags} from './global-flags.ts';

const width = 80;

type Row = readonly [term: string, text: string];

const variables: readonly Row[] = [
	['MIXPANEL_SERVICE_ACCOUNT', 'Username of the service account'],
	['MIXPANEL_SERVICE_ACCOUNT_SECRET', 'Its secret'],
	['MIXPANEL_ORGANIZATION_ID', 'Number of the organization'],
	['MIXPANEL_PROJECT_ID', 'A project, when the account lists none'],
	['MIXPANEL_BASE_URL', 'Like --base-url'],
	['MIXPANEL_HARDEN_STATE_DIR', 'Like --state-dir'],
	['MIXPANEL_HARDEN_PLAIN', 'Set to 1, like --plain'],
	['NO_COLOR', 'Like --no-color'],
	['HTTPS_PROXY', 'Proxy on the way to Mixpanel; NO_PROXY makes exceptions'],
	['NODE_EXTRA_CA_CERTS', 'File with a company certificate to trust'],
];

const exits: readonly Row[] = [
	['0', 'Done; for check, nothing at or above --fail-on'],
	['1', 'For check, something at or above --fail-on; or a fault of the program'],
	['2', 'Not understood, or a terminal is needed'],
	['3', 'Mixpanel refused the credentials, or every read'],
	['4', 'Mixpanel could not be reached, or not be understood'],
	['5', 'The state directory cannot be used'],
	['129, 130, 143', 'Hung up, cancelled, terminated'],
];

/** The help of the whole program, in lines of at most 80 columns. */
export function renderHelp(commands: readonly Command[]): string {
	const bare = commands.filter(({name}) => name === '');
	return [
		`${tool.name} ${tool.version}\nTake a Mixpanel organization through the Mixpanel Hardening Guide.\n`,
		section('Usage', [
			['mixpanel-harden', bare.map(({summary}) => summary).join('')],
			['mixpanel-harden COMMAND', 'Do one of these instead:'],
		]),
		section(
			'Commands',
			commands.filter(({name}) => name !== '').map(command => [synopsis(command), command.summary]),
		),
		section('Flags', [...bare.flatMap(({flags}) => flags), ...globalFlags].map(flagRow)),
		section('Environment', variables),
		section('Exit codes', exits),
		examples(commands.flatMap(command => command.examples.slice(0, 1))),
		'`mixpanel-harden COMMAND --help` tells more about one command.\n',
	].join('\n');
}

/** The help of one command, in lines of at most 80 columns. `lists` is what its `lists` gave. */
export function renderCommandHelp(command: Command, lists: readonly HelpList[] = []): string {
	return [
		`${command.summary}.\n`,
		`Usage\n  ${['mixpanel-harden', synopsis(command), '[flags]'].filter(part => part !== '').join(' ')}\n`,
		section(
			'Words',
			command.positionals.map(({name, summary}) => [name, summary]),
		),
		section('Flags', command.flags.map(flagRow)),
		...lists.map(({title, rows}) => section(title, rows)),
		section('Flags of every command', globalFlags.map(flagRow)),
		section('Environment', variables),
		section('Exit codes', exits),
		examples(command.examples),
	]
		.filter(part => part !== '')
		.join('\n');
}

function synopsis(command: Command): string {
	return [command.name, ...command.positionals.map(({name}) => `[${name}]`)].join(' ');
}

function flagRow(flag: Flag): Row {
	if (flag.kind === 'switch') {
		return [`--${flag.name}`, flag.summary];
	}

	const choices = flag.choices === undefined ? '' : `: ${flag.choices.join(', ')}`;
	return [`--${flag.name} ${flag.value}`, `${flag.summary}${choices}`];
}

function section(title: string, rows: readonly Row[]): string {
	if (rows.length === 0) {
		return '';
	}

	const column = Math.max(...rows.map(([term]) => term.length)) + 4;
	const lines = rows.map(([term, text]) => {
		const [first = '', ...more] = wrap(text, width - column);
		return [`  ${term}`.padEnd(column) + first, ...more.map(line => ' '.repeat(column) + line)].join('\n');
	});
	return `${title}\n${lines.join('\n')}\n`;
}

function examples(list: readonly {readonly line: string; readonly does: string}[]): string {
	return `Examples\n${list.map(({line, does}) => `  ${line}\n      ${does}`).join('\n')}\n`;
}

function wrap(text: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + word.length + 1 > columns) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, line];
}
