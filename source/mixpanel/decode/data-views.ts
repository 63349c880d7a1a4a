import * as z from 'zod/mini';
import type {DataView as ProjectDataView} from '../../types/facts.ts';
import {type Decoded, undecodable} from './decoded.ts';
import {flagField, idField, safeField} from './fields.ts';
import {arrayRows, decodeRows, uniqueRows} from './rows.ts';

const dataViewRow = z.object({
	id: idField,
	name: safeField,
	project_id: z.optional(z.nullable(idField)),
	is_global: flagField,
	is_default: flagField,
	is_visible: flagField,
	has_all_org_members: flagField,
	data_filters: z.optional(z.nullable(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]))),
});

/** A project's data views, which the API calls workspaces (mixpanel-api §8). */
export function decodeDataViews(value: unknown, projectId: string): Decoded<readonly ProjectDataView[]> {
	const rows = arrayRows(value);
	if (!rows.ok) {
		return rows;
	}

	const fields = decodeRows(rows.value, 'data view', dataViewRow);
	if (!fields.ok) {
		return fields;
	}

	if (fields.value.some(row => (row.project_id ?? projectId) !== projectId)) {
		return undecodable('a data view belongs to another project');
	}

	const views = fields.value.map(row => ({
		id: `${projectId}:${row.id}`,
		name: row.name,
		isGlobal: row.is_global ?? null,
		isDefault: row.is_default ?? null,
		isVisible: row.is_visible ?? null,
		hasAllMembers: row.has_all_org_members ?? null,
		hasFilters: row.data_filters === undefined ? null : holdsSomething(row.data_filters),
	}));
	return uniqueRows(views, 'data view', view => view.id);
}

/** Whether a filter object, whose shape is not public, holds anything at all; `{"filters": []}` does not. */
function holdsSomething(value: unknown, depth: number = 0): boolean {
	if (typeof value !== 'object' || value === null) {
		return value !== null;
	}

	return depth > 20 || Object.values(value).some(item => holdsSomething(item, depth + 1));
}
