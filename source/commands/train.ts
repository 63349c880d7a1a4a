import {findScenario} from '../training/scenarios/find-scenario.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './flag-text.ts';
import type {RunCommand} from './invocation.ts';
import {firstPractice} from './start-rows.ts';

/** `train`: the wizard on a training organization. Needs a terminal. */
export const run: RunCommand = async invocation => {
	const scenario = invocation.positionals[0] ?? firstPractice.scenario;
	findScenario(scenario);
	if (!invocation.io.isTerminal) {
		throw new UserError('Training needs a terminal.', {
			why: 'It is done with keys on a screen, and standard input or output is not a terminal.',
			next: 'Start it in a terminal window; `simulate` serves the organization alone, for scripts.',
			exitCode: exitCodes.usage,
		});
	}

	if (invocation.environment.plain) {
		throw new UserError('Training has no plain form yet.', {
			why: 'It is done on a full screen, and plain text was asked for.',
			next: 'Leave out --plain and MIXPANEL_HARDEN_PLAIN, in a terminal that knows more than TERM=dumb.',
			exitCode: exitCodes.usage,
		});
	}

	const seed = Number(flagText(invocation, 'seed') ?? firstPractice.seed);
	const {runWizard} = await import('./run-wizard.ts');
	return runWizard(invocation, {road: {kind: 'practise', scenario, seed}, asked: null});
};
