import {isPlainObject} from './decode/plain-object.ts';
import {openEnvelope} from './envelope.ts';
import type {Exchange} from './exchange.ts';
import {faultWords} from './fault-words.ts';
import {judgeResponse} from './judge-response.ts';
import {judgeRedirect} from './redirect.ts';

/** What a write came to; `words` may hold text of the server and is not safe yet. */
export type JudgedWrite =
	| {readonly kind: 'accepted'; readonly status: number; readonly value: unknown}
	| {readonly kind: 'refused'; readonly status: number; readonly words: string}
	| {readonly kind: 'unknown'; readonly status: number | null; readonly words: string}
	| {readonly kind: 'not_sent'; readonly words: string};

/**
Judge what came of a request that changes something. Whatever leaves room for the change having been carried out
is `unknown`: no answer, a broken one, 408, 5xx (mixpanel-api §1.4), and a redirect to some other page, which is
how many a form says that it is done. A slash redirect (mixpanel-api §1.2) is a refusal: a write is not sent twice.
*/
export function judgeWrite(result: Exchange, url: URL): JudgedWrite {
	switch (result.kind) {
		case 'cancelled': {
			return {kind: 'unknown', status: null, words: 'Cancelled while it was under way.'};
		}

		case 'timeout':
		case 'broken': {
			const words = faultWords(result);
			return result.mayHaveArrived ? {kind: 'unknown', status: null, words} : {kind: 'not_sent', words};
		}

		case 'response': {
			const {status} = result;
			return status >= 300 && status < 400 ? redirected(result, url) : answered(result);
		}
	}
}

/** Whether an answer to a read is the kind below which may be written: a JSON object that reports no error. */
export function isReadable(value: unknown): boolean {
	return isPlainObject(value) && openEnvelope(value).kind !== 'error';
}

/** The place a path names, with or without its final slash. */
export function placeOf(url: URL): string {
	return url.pathname.replace(/\/$/, '');
}

function redirected({status, location}: Extract<Exchange, {kind: 'response'}>, url: URL): JudgedWrite {
	const redirect = judgeRedirect(url, location);
	switch (redirect.kind) {
		case 'slash': {
			const words = `Mixpanel answers only at ${redirect.url.pathname} (HTTP ${status}), and a change is never sent a second time.`;
			return {kind: 'refused', status, words};
		}

		case 'login': {
			const words = `Sent to ${redirect.target} to log in (HTTP ${status}): this service account has no access here.`;
			return {kind: 'refused', status, words};
		}

		case 'refused': {
			const words = `Sent elsewhere, to ${redirect.target} (HTTP ${status}), and not followed.`;
			return {kind: 'unknown', status, words};
		}
	}
}

function answered({status, text}: Extract<Exchange, {kind: 'response'}>): JudgedWrite {
	if (status === 204) {
		return {kind: 'accepted', status, value: null};
	}

	const judged = judgeResponse(status, text);
	if (judged.kind === 'failed') {
		const isRefusal = status >= 400 && status < 500 && status !== 408;
		return {kind: isRefusal ? 'refused' : 'unknown', status, words: judged.words};
	}

	const opened = openEnvelope(judged.value);
	return opened.kind === 'error'
		? {kind: 'unknown', status, words: `Mixpanel reports an error: ${opened.text ?? 'no details given'}`}
		: {kind: 'accepted', status, value: judged.value};
}
