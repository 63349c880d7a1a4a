import {UserError} from '../types/user-error.ts';
import {makeSafe} from './make-safe.ts';
import {redact} from './redact.ts';

/** An error for one line of a screen: what happened, why, what to do next. Of a fault of ours, its message. Safe to show. */
export function sentencesOf(error: unknown): string {
	if (error instanceof UserError) {
		return makeSafe(redact([error.message, error.why, error.next].map(sentence).join(' ')), 600);
	}

	return makeSafe(
		redact(error instanceof Error ? `A fault of ours: ${error.message}` : 'A fault of ours.'),
		600,
	);
}

function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
