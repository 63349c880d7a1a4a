import {isDeepStrictEqual} from 'node:util';
import type * as z from 'zod/mini';
import {type Decoded, decoded, undecodable} from './decoded.ts';
import {isPlainObject} from './plain-object.ts';

/** Most rows accepted in one list; more is taken for a fault (reliability, "item and page caps"). */
export const maximumRows = 50_000;

/** No list is wrapped more often; an answer of a hundred thousand wrappers would exhaust the stack. */
const deepestWrapper = 3;

/** One row of a list, with the key it stood under when the list is a map. */
export type Row = {readonly key: string | null; readonly value: unknown};

/** The rows of a list that is known to be an array. */
export function arrayRows(value: unknown): Decoded<readonly Row[]> {
	if (!Array.isArray(value)) {
		return undecodable('not a list');
	}

	const items: readonly unknown[] = value;
	return items.length > maximumRows
		? undecodable(`more than ${maximumRows} rows`)
		: decoded(items.map(item => ({key: null, value: item})));
}

/** The rows of a map from key to object. An empty map has none. */
export function mapRows(value: unknown): Decoded<readonly Row[]> {
	if (!isPlainObject(value)) {
		return undecodable('not a map');
	}

	const entries = Object.entries(value);
	if (entries.length > maximumRows) {
		return undecodable(`more than ${maximumRows} rows`);
	}

	return entries.every(([, item]) => isPlainObject(item))
		? decoded(entries.map(([key, item]) => ({key, value: item})))
		: undecodable('not a map');
}

/**
The rows of a list whose dialect is not known (mixpanel-api §3.2): an array, a map from id to object, or an
object that holds one of these under a wrapper key. An empty object could be anything and is refused; so is a
list that says there is more than it holds.
*/
export function rowsOf(
	value: unknown,
	wrappers: readonly string[],
	depth: number = 0,
): Decoded<readonly Row[]> {
	if (!isPlainObject(value)) {
		return arrayRows(value);
	}

	const wrapper = wrappers.find(key => Object.hasOwn(value, key));
	if (wrapper === undefined) {
		const rows = mapRows(value);
		return rows.ok && rows.value.length > 0 ? rows : undecodable('not a list');
	}

	if (depth >= deepestWrapper) {
		return undecodable('not a list');
	}

	const inner = rowsOf(value[wrapper], wrappers, depth + 1);
	return inner.ok && announcesMore(value, inner.value.length)
		? undecodable('the list says that it is not whole')
		: inner;
}

/** Decode every row, or none: the first that does not fit is named, with the field at fault. */
export function decodeRows<Value>(
	rows: readonly Row[],
	noun: string,
	schema: z.ZodMiniType<Value>,
): Decoded<readonly Value[]> {
	const values: Value[] = [];
	for (const [index, row] of rows.entries()) {
		const result = schema.safeParse(row.value);
		if (!result.success) {
			return undecodable(`${noun} ${index + 1} of ${rows.length}: ${faultOf(result.error)}`);
		}

		values.push(result.data);
	}

	return decoded(values);
}

/** Decode one object; the reason names the field at fault. */
export function decodeObject<Value>(value: unknown, schema: z.ZodMiniType<Value>): Decoded<Value> {
	const result = schema.safeParse(value);
	return result.success ? decoded(result.data) : undecodable(faultOf(result.error));
}

/** Rows that repeat in full are taken once; the same id with different content makes the whole list unreliable. */
export function uniqueRows<Value>(
	values: readonly Value[],
	noun: string,
	idOf: (value: Value) => string,
): Decoded<readonly Value[]> {
	const seen = new Map<string, Value>();
	for (const value of values) {
		const id = idOf(value);
		const earlier = seen.get(id);
		if (earlier !== undefined && !isDeepStrictEqual(earlier, value)) {
			return undecodable(`two rows claim to be the same ${noun} and differ`);
		}

		seen.set(id, earlier ?? value);
	}

	return decoded([...seen.values()]);
}

function faultOf(error: z.core.$ZodError): string {
	const field = error.issues[0]?.path.map(String).join('.') ?? '';
	// Paths hold keys of our own schemas only, never text of the answer.
	return field === '' ? 'not an object' : `“${field}” is missing or of the wrong kind`;
}

/** Whether what stands around a list says that there is more than these rows, be it that the number is text. */
export function announcesMore(around: Readonly<Record<string, unknown>>, length: number): boolean {
	return (
		around['has_more'] === true ||
		['total', 'total_count', 'count'].some(key => {
			const told = around[key];
			return (typeof told === 'number' || isDecimal(told)) && Number(told) > length;
		}) ||
		['next', 'next_page', 'next_cursor', 'next_page_token'].some(key => {
			const told = around[key];
			return (typeof told === 'string' && told !== '') || typeof told === 'number';
		})
	);
}

function isDecimal(value: unknown): value is string {
	return typeof value === 'string' && /^\d+$/.test(value);
}
