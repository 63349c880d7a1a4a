import {makeSafe} from '../terminal/make-safe.ts';
import type {UserError} from '../types/user-error.ts';
import type {JournalReading} from './journal-chain.ts';
import {stateError} from './state-error.ts';

/** A journal that is not opened at all. */
export type RefusedReading = Extract<JournalReading, {readonly kind: 'newer' | 'other' | 'foreign'}>;

/** Why a journal is not opened, and what a person can do. Nothing was changed. */
export function refuseJournal(path: string, reading: RefusedReading): UserError {
	const what = 'A saved session is not opened';
	switch (reading.kind) {
		case 'newer':
			return stateError(
				what,
				path,
				'A newer version of mixpanel-harden wrote it.',
				'Install the newer version again, or begin another session with --state-dir.',
			);
		case 'other':
			return stateError(
				what,
				path,
				`It was written for ${makeSafe(reading.session)}. Sessions of two organizations are never merged.`,
				'Move the file back to the folder of that name.',
			);
		case 'foreign':
			return stateError(
				what,
				path,
				'It holds nothing that this program has written.',
				'Open the session with the wizard: it moves the file aside and starts anew.',
			);
	}
}
