import type {ExitCode} from '../../types/exit-code.ts';
import type {Invocation} from '../invocation.ts';
import type {Beginning} from './show-until-left.ts';

/** The wizard as this terminal and person want it: as plain questions, or on the whole screen. */
export async function beginWizard(invocation: Invocation, beginning: Beginning): Promise<ExitCode> {
	if (invocation.environment.plain) {
		const {runPlain} = await import('./run-plain.ts');
		return runPlain(invocation, beginning);
	}

	const {runWizard} = await import('./run-wizard.ts');
	return runWizard(invocation, beginning);
}
