import * as z from 'zod/mini';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {Property} from '../../types/facts.ts';
import {type Decoded, undecodable} from './decoded.ts';
import {flagField} from './fields.ts';
import {percentEncode} from './percent-encode.ts';
import {arrayRows, decodeRows, uniqueRows} from './rows.ts';

const propertyRow = z.object({
	name: z.string(),
	resourceType: z.string(),
	sensitive: flagField,
	hidden: flagField,
	dropped: flagField,
});

/**
One kind of a project's property definitions (mixpanel-api §9.1). A row of the other kind means that the
question was not understood, and the whole list is refused: its flags would speak of other properties.
*/
export function decodeProperties(
	value: unknown,
	asked: {readonly projectId: string; readonly resourceType: Property['resourceType']},
): Decoded<readonly Property[]> {
	const rows = arrayRows(value);
	if (!rows.ok) {
		return rows;
	}

	const fields = decodeRows(rows.value, 'property', propertyRow);
	if (!fields.ok) {
		return fields;
	}

	const {projectId, resourceType} = asked;
	if (fields.value.some(row => row.resourceType !== resourceType)) {
		return undecodable(`asked for ${resourceType} properties and got others`);
	}

	const properties = fields.value.map(row => ({
		id: `${projectId}:${resourceType}:${percentEncode(row.name)}`,
		rawName: row.name,
		name: makeSafe(row.name),
		resourceType,
		sensitive: row.sensitive ?? null,
		hidden: row.hidden ?? null,
		dropped: row.dropped ?? null,
	}));
	return uniqueRows(properties, 'property', property => property.id);
}
