import {errorText} from './envelope.ts';
import type {MixpanelErrorCode} from './mixpanel-error.ts';
import {parseExactJson, RepeatedKey} from './parse-exact-json.ts';

/** A response judged by status and body; `words` may hold text of the server and is not safe yet. */
export type JudgedResponse =
	| {readonly kind: 'ok'; readonly value: unknown}
	| {
			readonly kind: 'failed';
			readonly code: Exclude<MixpanelErrorCode, 'cancelled' | 'timeout'>;
			readonly words: string;
			readonly isElsewhere: boolean;
	  };

/**
Judge a response that is no redirect (contract §2: 403, 404, 405, a web page and misshapen answers all leave
the question open). 403 is `denied`; 404 and 405 are `not_found`; 429 is `limited`; 408 and 5xx are `network`;
everything else that is no JSON value is `unreadable`.
*/
export function judgeResponse(status: number, text: string | null): JudgedResponse {
	if (status >= 200 && status < 300) {
		return judgeBody(text);
	}

	const said = text === null ? null : errorText(parseOrUndefined(text));
	const words = `${sentenceOf(status)}${said === null ? '' : ` Mixpanel says: ${said}`}`;
	return {kind: 'failed', code: codeOf(status), words, isElsewhere: status === 404 || status === 405};
}

function judgeBody(text: string | null): JudgedResponse {
	const unreadable = (words: string, isElsewhere: boolean = false): JudgedResponse => ({
		kind: 'failed',
		code: 'unreadable',
		words,
		isElsewhere,
	});
	if (text === null) {
		return unreadable('The answer is larger than allowed or is not text.');
	}

	const trimmed = text.trim();
	if (trimmed === '') {
		return unreadable('The answer is empty.');
	}

	if (trimmed.startsWith('<')) {
		return unreadable('A web page came back instead of data.', true);
	}

	try {
		const value = parseExactJson(trimmed);
		return value === null ? unreadable('The answer is null.') : {kind: 'ok', value};
	} catch (error) {
		return unreadable(
			error instanceof RepeatedKey
				? 'The answer names something twice, of which only one could be read: it is not reliable.'
				: 'The answer is not whole or is not JSON.',
		);
	}
}

function parseOrUndefined(text: string): unknown {
	try {
		return parseExactJson(text);
	} catch {
		return undefined;
	}
}

function codeOf(status: number): Exclude<MixpanelErrorCode, 'cancelled' | 'timeout'> {
	switch (status) {
		case 401: {
			return 'unauthorized';
		}

		case 403: {
			return 'denied';
		}

		case 404:
		case 405: {
			return 'not_found';
		}

		case 429: {
			return 'limited';
		}

		default: {
			return status === 408 || status >= 500 ? 'network' : 'unreadable';
		}
	}
}

function sentenceOf(status: number): string {
	switch (status) {
		case 401: {
			return 'Mixpanel does not accept this service account and secret (HTTP 401).';
		}

		case 403: {
			return 'Not permitted for this service account (HTTP 403).';
		}

		case 404: {
			return 'Nothing found here for this service account (HTTP 404).';
		}

		case 429: {
			return 'Mixpanel asks for fewer requests (HTTP 429).';
		}

		default: {
			return `Mixpanel answered with HTTP ${status}.`;
		}
	}
}
