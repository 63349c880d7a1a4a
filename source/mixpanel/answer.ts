import type {ReadFailure} from '../types/facts.ts';
import type {MixpanelError, MixpanelErrorCode} from './mixpanel-error.ts';

/**
What a read came to. `ok` carries the raw JSON, undecoded. `isElsewhere` says that the same route may live
under another prefix (mixpanel-api §1.1): 404, 405, a web page, or a redirect to a log-in page.
*/
export type Answer =
	| {readonly kind: 'ok'; readonly value: unknown}
	| {
			readonly kind: 'failed';
			readonly failure: ReadFailure;
			readonly error: MixpanelError;
			readonly isElsewhere: boolean;
	  }
	/** 401: the service account or its secret is wrong or has expired. Ends the run. */
	| {readonly kind: 'unauthorized'; readonly error: MixpanelError};

/** The read failure of an error code; a limit we were told to respect counts as a fault of the way there. */
export function readFailureOf(code: Exclude<MixpanelErrorCode, 'unauthorized' | 'cancelled'>): ReadFailure {
	return code === 'limited' ? 'network' : code;
}
