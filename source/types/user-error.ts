import type {ExitCode} from './exit-code.ts';

/**
An error a person can do something about. Printed as three things: what happened, why, what to do next.
Anything else that is thrown is a fault of ours.
*/
export class UserError extends Error {
	override readonly name = 'UserError';
	readonly exitCode: ExitCode;
	readonly why: string;
	readonly next: string;

	constructor(
		what: string,
		details: {readonly why: string; readonly next: string; readonly exitCode: ExitCode},
	) {
		super(what);
		this.why = details.why;
		this.next = details.next;
		this.exitCode = details.exitCode;
	}
}
