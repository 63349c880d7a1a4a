import {describeUserError} from '../../terminal/describe-error.ts';
import type {ExitCode} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import type {Io} from '../invocation.ts';

/** Something that went wrong and ends nothing by itself, in sentences: what happened, why, what to do next. */
export type Trouble = {readonly what: string; readonly why: string; readonly next: string};

/** All of it in one line, for a screen or a prompt. */
export function inSentences({what, why, next}: Trouble): string {
	return [what, why, next].join(' ');
}

/** The same as an error that ends the command. */
export function toError({what, why, next}: Trouble, exitCode: ExitCode): UserError {
	return new UserError(what, {why, next, exitCode});
}

/** Told on standard error as an error is, beside a result that stands. */
export function tellTrouble({stderr}: Pick<Io, 'stderr'>, trouble: Trouble, exitCode: ExitCode): void {
	stderr.write(describeUserError(toError(trouble, exitCode)));
}
