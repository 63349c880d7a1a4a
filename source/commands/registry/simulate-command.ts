import type {Command} from '../command.ts';
import {seed} from './shared-flags.ts';

/** `simulate`, as a person calls it and as the help tells of it (contract §1). */
export const simulateCommand: Command = {
	name: 'simulate',
	summary: 'Serve a simulated organization on this machine until stopped',
	positionals: [],
	flags: [
		{kind: 'text', name: 'scenario', value: 'NAME', summary: 'Which organization to simulate'},
		{
			kind: 'text',
			name: 'port',
			value: 'N',
			summary: 'Port to listen on; any free one when left out',
			range: [0, 65_535],
		},
		{
			kind: 'list',
			name: 'fault',
			value: 'FAULT',
			summary: 'Misbehave in this way; give it again for more',
		},
		{
			kind: 'text',
			name: 'latency',
			value: 'MS',
			summary: 'Wait this long before each answer, in milliseconds',
			range: [0, 60_000],
		},
		seed,
		{kind: 'text', name: 'log', value: 'FILE', summary: 'Write one line for each request to a file'},
	],
	examples: [
		{
			line: 'mixpanel-harden simulate --port 8080',
			does: 'Print address and credentials as JSON, then serve',
		},
	],
	lists: async () => {
		const {scenarioList, faultList} = await import('../call/training-lists.ts');
		return [scenarioList, faultList];
	},
	load: () => import('../simulate.ts'),
};
