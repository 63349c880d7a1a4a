import {makeSafe} from '../terminal/make-safe.ts';

/** Why the system did not give out a file, as a sentence. */
export function systemReason(error: unknown): string {
	const code =
		error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
	switch (code) {
		case 'ENOENT': {
			return 'There is no such file.';
		}

		case 'EACCES':
		case 'EPERM': {
			return 'It may not be read by you.';
		}

		case null: {
			return makeSafe(error instanceof Error ? error.message : 'The system gave no reason.', 300);
		}

		default: {
			return `The system answered ${makeSafe(code, 40)}.`;
		}
	}
}
