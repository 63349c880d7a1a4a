import type {ReadFailure} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';

/** Why a request gave no answer. `limited` = told to come back later than we are willing to wait. */
export type MixpanelErrorCode = ReadFailure | 'unauthorized' | 'cancelled' | 'limited';

/**
A request that failed, in our own words. It keeps method, path and status and nothing of the HTTP library,
whose errors carry the credential. The query is not part of `path`.
*/
export class MixpanelError extends Error {
	override readonly name = 'MixpanelError';
	readonly code: MixpanelErrorCode;
	/** HTTP status; null when no answer arrived. */
	readonly status: number | null;
	readonly method: string;
	readonly path: string;
	/** The message once more, as text that may be shown. */
	readonly reason: SafeText;

	constructor(details: {
		readonly code: MixpanelErrorCode;
		readonly status: number | null;
		readonly method: string;
		readonly path: string;
		readonly reason: SafeText;
	}) {
		super(details.reason);
		this.code = details.code;
		this.status = details.status;
		this.method = details.method;
		this.path = details.path;
		this.reason = details.reason;
	}
}

/** Whether something thrown is the cancellation of a request. */
export function isCancelled(error: unknown): boolean {
	return error instanceof MixpanelError && error.code === 'cancelled';
}
