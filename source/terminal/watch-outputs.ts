import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';

export type OutputTrouble = {
	/** Whoever read standard output has closed it, as `head` does. */
	readonly readerGone: () => void;
	/** The terminal behind standard output is no longer there. */
	readonly terminalGone: () => void;
	/** Standard output cannot be written for another reason, such as a full disk. */
	readonly failed: (error: UserError) => void;
};

/** Watch standard output and error; what goes wrong on standard error is past telling and is ignored. */
export function watchOutputs(trouble: OutputTrouble): void {
	process.stderr.on('error', () => {});
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') {
			trouble.readerGone();
		} else if (process.stdout.isTTY) {
			trouble.terminalGone();
		} else {
			trouble.failed(
				new UserError('The output could not be written.', {
					why: `The system says: ${error.message}.`,
					next: 'Make room or choose another place, then run the same command again.',
					exitCode: exitCodes.failed,
				}),
			);
		}
	});
}
