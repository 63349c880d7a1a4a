import {findPractice} from '../training/scenarios/find-scenario.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import {withPolicy} from './files/with-policy.ts';
import type {Invocation, RunCommand} from './invocation.ts';
import {beginWizard} from './wizard/begin-wizard.ts';
import {firstPractice} from './wizard/start-rows.ts';

/** `train`: the wizard on a training organization. Needs a terminal. */
export const run: RunCommand = async invocation => {
	const scenario = askedScenario(invocation) ?? firstPractice.scenario;
	findPractice(scenario);
	if (!invocation.io.isTerminal) {
		throw new UserError('Training needs a terminal.', {
			why: 'It asks what to do next, and standard input or output is not a terminal.',
			next: 'Start it in a terminal window; `simulate` serves the organization alone, for scripts.',
			exitCode: exitCodes.usage,
		});
	}

	const seed = Number(flagText(invocation, 'seed') ?? firstPractice.seed);
	return beginWizard(await withPolicy(invocation), {road: {kind: 'practise', scenario, seed}, asked: null});
};

/** The scenario that was asked for, as a word or with the flag; null for none. Throws a UserError when the two differ. */
function askedScenario(invocation: Invocation): string | null {
	const word = invocation.positionals[0] ?? null;
	const flag = flagText(invocation, 'scenario');
	if (word !== null && flag !== null && word !== flag) {
		throw new UserError('Two scenarios were asked for.', {
			why: 'The word and the flag --scenario name different ones.',
			next: 'Name one of them, as in `mixpanel-harden train sprawl`.',
			exitCode: exitCodes.usage,
		});
	}

	return word ?? flag;
}
