import * as z from 'zod/mini';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {Identity, OrganizationReference, ProjectReference} from '../../types/facts.ts';
import {type Decoded, decoded, undecodable} from './decoded.ts';
import {idField, isDecimalId, roleField, roleTextOf, textField} from './fields.ts';
import {normalizeRole} from './organization-role.ts';
import {isPlainObject} from './plain-object.ts';
import {decodeRows, mapRows} from './rows.ts';

const organizationRow = z.object({
	id: z.optional(z.nullable(idField)),
	name: textField,
	role: roleField,
});

const projectRow = z.object({
	id: z.optional(z.nullable(idField)),
	name: textField,
	organization_id: z.optional(z.nullable(idField)),
});

const knownKeys = ['organizations', 'projects', 'workspaces', 'user_id', 'user_email', 'user_name'];

/** Who the credential is and what it reaches (mixpanel-api §2). Every field is optional; an unnamed thing is shown by its id. */
export function decodeIdentity(value: unknown): Decoded<Identity> {
	if (!isPlainObject(value) || !knownKeys.some(key => Object.hasOwn(value, key))) {
		return undecodable('not an answer about a service account');
	}

	const organizations = decodeById(value['organizations'], 'organization', organizationRow, toOrganization);
	if (!organizations.ok) {
		return organizations;
	}

	const projects = decodeById(value['projects'], 'project', projectRow, toProject);
	return projects.ok ? decoded({organizations: organizations.value, projects: projects.value}) : projects;
}

function toOrganization(id: string, row: z.infer<typeof organizationRow>): OrganizationReference {
	const role = roleTextOf(row.role ?? null);
	return {
		id,
		name: makeSafe(row.name ?? id),
		role: role === null || role.trim() === '' ? null : normalizeRole(role),
	};
}

function toProject(id: string, row: z.infer<typeof projectRow>): ProjectReference {
	return {id, name: makeSafe(row.name ?? id), organizationId: row.organization_id ?? null};
}

/** A map from id to object, where the key is the id; an absent map is empty. */
function decodeById<Fields extends {readonly id?: string | null | undefined}, Value>(
	value: unknown,
	noun: string,
	schema: z.ZodMiniType<Fields>,
	build: (id: string, fields: Fields) => Value,
): Decoded<readonly Value[]> {
	// Some servers write an empty map as an empty list.
	const isEmptyList = Array.isArray(value) && value.length === 0;
	const rows = mapRows(isEmptyList ? {} : (value ?? {}));
	if (!rows.ok) {
		return undecodable(`the ${noun}s are ${rows.reason}`);
	}

	const fields = decodeRows(rows.value, noun, schema);
	if (!fields.ok) {
		return fields;
	}

	const values = new Map<string, Value>();
	for (const [index, row] of fields.value.entries()) {
		const key = rows.value[index]?.key ?? null;
		const id = key ?? row.id ?? '';
		if (!isDecimalId(id) || (row.id ?? id) !== id || values.has(id)) {
			return undecodable(
				`${noun} ${index + 1} of ${rows.value.length}: its id is missing, repeated or contradicted`,
			);
		}

		values.set(id, build(id, row));
	}

	return decoded([...values.values()]);
}
