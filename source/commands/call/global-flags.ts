import type {Flag} from '../command.ts';

/** Flags that every command takes (contract §1). */
export const globalFlags: readonly Flag[] = [
	{kind: 'switch', name: 'plain', summary: 'The wizard as plain questions, line by line'},
	{kind: 'switch', name: 'no-color', summary: 'No colour'},
	{kind: 'text', name: 'state-dir', value: 'DIR', summary: 'Where sessions and preferences are kept'},
	{kind: 'switch', name: 'help', summary: 'Show this help, or the help of a command; also -h'},
	{kind: 'switch', name: 'version', summary: 'Show the version'},
];
