import {isPlainObject} from './decode/plain-object.ts';
import {announcesMore} from './decode/rows.ts';

/** Where the next page of a list begins (mixpanel-api §1.4, "Paging"). */
export type NextPage = {readonly cursor: string; readonly pageSize: string | null};

export type Opened =
	| {readonly kind: 'value'; readonly value: unknown; readonly next: NextPage | null}
	| {readonly kind: 'error'; readonly text: string | null}
	/** A `pagination`, or another sign that there is more, which we cannot follow: the list may not be whole. */
	| {readonly kind: 'unknown_paging'};

/** Take the value out of an answer: own key `results` of an object, else the body itself (mixpanel-api §1.4). */
export function openEnvelope(body: unknown): Opened {
	if (!isPlainObject(body)) {
		return {kind: 'value', value: body, next: null};
	}

	if (body['status'] === 'error' || (!Object.hasOwn(body, 'results') && saysError(body))) {
		return {kind: 'error', text: errorText(body)};
	}

	const value = Object.hasOwn(body, 'results') ? body['results'] : body;
	const pagination = body['pagination'];
	if (pagination === undefined || pagination === null) {
		return announcesMore(body, rowsIn(value, body))
			? {kind: 'unknown_paging'}
			: {kind: 'value', value, next: null};
	}

	if (!isPlainObject(pagination)) {
		return {kind: 'unknown_paging'};
	}

	const {next_cursor: cursor, page_size: size} = pagination;
	if (cursor === undefined || cursor === null) {
		return {kind: 'value', value, next: null};
	}

	const pageSize = typeof size === 'number' ? String(size) : null;
	return typeof cursor === 'string' && cursor !== ''
		? {kind: 'value', value, next: {cursor, pageSize}}
		: {kind: 'unknown_paging'};
}

/**
Most rows that the value may be taken for: those of a list, of the longest list inside a wrapper, or the entries of a
map. A number that stands in an object itself speaks of anything, so no number is more than it.
*/
function rowsIn(value: unknown, body: Readonly<Record<string, unknown>>): number {
	if (Array.isArray(value)) {
		return value.length;
	}

	if (!isPlainObject(value) || value === body) {
		return Number.POSITIVE_INFINITY;
	}

	const inner = Object.values(value);
	const lists = inner.flatMap(item => (Array.isArray(item) ? [item.length] : []));
	return Math.max(inner.length, ...lists);
}

/** An answer without results, whose `error` is filled in, is one whatever its status. */
function saysError({error}: Readonly<Record<string, unknown>>): boolean {
	return error !== undefined && error !== null && error !== false && error !== '';
}

/** The words of an error answer, under whichever key they come (mixpanel-api §1.4); null when there are none. Unsafe text. */
export function errorText(body: unknown): string | null {
	if (!isPlainObject(body)) {
		return null;
	}

	const words = wordsOf(body['error']) || wordsOf(body['message']) || wordsOf(body['details']);
	return words === '' ? null : words;
}

function wordsOf(value: unknown, depth: number = 0): string {
	if (typeof value === 'string') {
		// Not cut here: half a secret would pass the redaction that follows.
		return value.trim();
	}

	if (typeof value !== 'object' || value === null || depth > 2) {
		return '';
	}

	return Object.values(value)
		.slice(0, 5)
		.map(item => wordsOf(item, depth + 1))
		.filter(words => words !== '')
		.join('; ');
}
