import type {UserError} from '../types/user-error.ts';
import {makeSafe} from './make-safe.ts';
import {redact} from './redact.ts';

/** Longest part of an error message; words of ours are far shorter. */
const limit = 1000;

/** An error for a person, safe to print: what happened, why, what to do next, a line each. */
export function describeUserError(error: UserError): string {
	return [`mixpanel-harden: ${clean(error.message)}`, `  ${clean(error.why)}`, `  ${clean(error.next)}`]
		.map(line => `${line}\n`)
		.join('');
}

/**
A fault of the program's own, in one line that names neither stack nor secret; `place` is where progress is kept,
null when nothing is.
*/
export function describeFault(fault: unknown, place: string | null): string {
	const kept = place === null ? '' : ` Your progress is kept in ${clean(place)}.`;
	return `mixpanel-harden stopped by a fault of its own: ${clean(summarize(fault))}.${kept}\n`;
}

function summarize(fault: unknown): string {
	if (!(fault instanceof Error)) {
		return typeof fault === 'string' ? fault : 'something was thrown that is no error';
	}

	const where = /([^\s/\\()]+\.(?:js|tsx?)):(\d+):\d+/.exec(
		fault.stack?.slice(fault.stack.indexOf('\n')) ?? '',
	);
	return `${fault.name}: ${fault.message}${where === null ? '' : ` (${where[1]}, line ${where[2]})`}`;
}

function clean(text: string): string {
	return makeSafe(redact(text), limit);
}
