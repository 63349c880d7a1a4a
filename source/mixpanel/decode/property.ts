import * as z from 'zod/mini';
import type {Image} from '../../types/change.ts';
import type {Property} from '../../types/facts.ts';
import {type Decoded, decoded, undecodable} from './decoded.ts';
import {flagField, idField} from './fields.ts';
import {decodeObject} from './rows.ts';

const definition = z.object({
	id: z.optional(z.nullable(idField)),
	name: z.string(),
	resourceType: z.string(),
	sensitive: flagField,
});

/**
What a fix touches of one property (mixpanel-api §9.1): `{sensitive}`, null when the answer does not say. A property
without a stored definition (`id` 0) is not classified. An answer about any other property or kind is refused.
*/
export function decodeProperty(
	value: unknown,
	asked: {readonly rawName: string; readonly resourceType: Property['resourceType']},
): Decoded<Image> {
	const read = decodeObject(value, definition);
	if (!read.ok) {
		return read;
	}

	const {id, name, resourceType, sensitive} = read.value;
	if (resourceType !== asked.resourceType || name !== asked.rawName) {
		return undecodable('asked for one property and got another');
	}

	const isStored = (id ?? '0') !== '0';
	return decoded({sensitive: sensitive ?? (isStored ? null : false)});
}
