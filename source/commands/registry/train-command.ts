import type {Command} from '../command.ts';
import {policy, seed, wizardInstead} from './shared-flags.ts';

/** `train`, as a person calls it and as the help tells of it (contract §1). */
export const trainCommand: Command = {
	name: 'train',
	summary: 'Practise in the wizard on a simulated organization',
	positionals: [{name: 'scenario', summary: 'Which organization to practise on'}],
	flags: [
		{kind: 'text', name: 'scenario', value: 'NAME', summary: 'The same, as `simulate` takes it'},
		seed,
		policy,
	],
	lists: async () => [(await import('../call/training-lists.ts')).scenarioList],
	instead: wizardInstead,
	examples: [
		{line: 'mixpanel-harden train', does: 'Practise without any credentials'},
		{line: 'mixpanel-harden train leaked-key', does: 'Practise on another organization'},
	],
	load: () => import('../train.ts'),
};
