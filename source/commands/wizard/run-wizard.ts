import type {ExitCode} from '../../types/exit-code.ts';
import {runApp} from '../../ui/run-app.ts';
import type {Invocation} from '../invocation.ts';
import {type Beginning, showUntilLeft} from './show-until-left.ts';

/** Show the wizard on the whole screen until it is left. Resolves to the exit code. */
export async function runWizard(invocation: Invocation, beginning: Beginning): Promise<ExitCode> {
	return showUntilLeft(invocation, beginning, runApp);
}
