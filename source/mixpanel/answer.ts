import type {ReadFailure} from '../types/facts.ts';
import type {MixpanelError} from './mixpanel-error.ts';

/**
What a read came to. `ok` carries the raw JSON, undecoded. `isElsewhere` says that the same route may live
under another prefix (mixpanel-api §1.1): 404, 405, a web page, or a redirect to a log-in page. `failure` follows
the error's code, with `limited` counted as `network`.
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
