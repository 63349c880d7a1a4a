import type {SafeText} from '../types/safe-text.ts';
import {makeSafe} from './make-safe.ts';

/**
The id of a resource for the eye. An id is kept as it came, because everything keys on it; one that is an e-mail
address may hold whatever somebody typed. JSON alone carries it untouched.
*/
export function shownId(id: string): SafeText {
	return makeSafe(id, 500);
}
