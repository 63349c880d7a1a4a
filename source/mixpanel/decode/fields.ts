import * as z from 'zod/mini';
import {makeSafe} from '../../terminal/make-safe.ts';
import {toInstant} from './instant.ts';

/** Whether text is an id as the API writes them: decimal digits, however many. */
export function isDecimalId(text: string): boolean {
	return /^\d{1,40}$/.test(text);
}

/** An id as a decimal string; accepts whole numbers and digits as text (exact JSON hands over large ids so). */
export const idField = z.pipe(
	z.union([z.int().check(z.nonnegative()), z.string().check(z.refine(isDecimalId))]),
	z.transform(id => String(id)),
);

/** Text from outside, made safe to show. */
export const safeField = z.pipe(
	z.string(),
	z.transform(text => makeSafe(text)),
);

/** A moment as UTC ISO 8601. */
export const instantField = z.pipe(
	z.string().check(z.refine(text => toInstant(text) !== null)),
	z.transform(text => toInstant(text) ?? text),
);

/** A real boolean; null or absent when the row does not say. `"false"` is neither. */
export const flagField = z.optional(z.nullable(z.boolean()));

/** Text that may be null or absent. */
export const textField = z.optional(z.nullable(z.string()));

// Exact JSON hands over a number too large for the language as text. A number is no role, however it comes.
const roleText = z.string().check(z.refine(text => !/^-?\d[\d.]*(?:e[+-]?\d+)?$/i.test(text)));

/** A role written as text, or as an object that has a name. */
export const roleField = z.optional(z.nullable(z.union([roleText, z.object({name: z.nullable(roleText)})])));

/** The text of a role field that is present; null for null, `''` as it is. */
export function roleTextOf(role: string | {readonly name: string | null} | null): string | null {
	return typeof role === 'object' && role !== null ? role.name : role;
}
