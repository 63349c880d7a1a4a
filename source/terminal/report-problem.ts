import {type ExitCode, exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {leaveTerminal} from './leave-terminal.ts';

/**
Say on standard error what went wrong, after giving the terminal back, and resolve to the exit code for it.
`place` is where progress is kept, null when nothing is. Never rejects.
*/
export async function reportProblem(problem: unknown, place: string | null): Promise<ExitCode> {
	leaveTerminal(process.stdin, process.stdout);
	// Loaded only now: a start without a problem should not pay for it.
	const {describeFault, describeUserError} = await import('./describe-error.ts');
	if (problem instanceof UserError) {
		process.stderr.write(describeUserError(problem));
		return problem.exitCode;
	}

	process.stderr.write(describeFault(problem, place));
	return exitCodes.failed;
}
