import * as z from 'zod/mini';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {OrganizationRole, ServiceAccount} from '../../types/facts.ts';
import {type Decoded, undecodable} from './decoded.ts';
import {idField, instantField, roleField, roleTextOf} from './fields.ts';
import {normalizeRole} from './organization-role.ts';
import {arrayRows, decodeRows, uniqueRows} from './rows.ts';

// `last_used` and `expires` must be there, be it as null: an absent key would read as "never".
const serviceAccountRow = z.object({
	id: idField,
	username: z.string().check(z.minLength(1)),
	last_used: z.nullable(instantField),
	expires: z.nullable(instantField),
	created: instantField,
	org_role: roleField,
	role: roleField,
});

/**
The organization's service accounts (mixpanel-api §7).
@param ownUsername raw username of the credential in use, to mark its own row
*/
export function decodeServiceAccounts(
	value: unknown,
	ownUsername: string,
): Decoded<readonly ServiceAccount[]> {
	const rows = arrayRows(value);
	if (!rows.ok) {
		return rows;
	}

	// The account that asks belongs to the organization, so an empty list cannot be the whole of it.
	if (rows.value.length === 0) {
		return undecodable('an empty list, though it should name at least the account in use');
	}

	const fields = decodeRows(rows.value, 'service account', serviceAccountRow);
	if (!fields.ok) {
		return fields;
	}

	const accounts = fields.value.map(row => ({
		id: row.id,
		username: makeSafe(row.username),
		lastUsed: row.last_used,
		expires: row.expires,
		created: row.created,
		organizationRole: organizationRoleOf(row),
		isOwn: row.username === ownUsername,
	}));
	return uniqueRows(accounts, 'service account', account => account.id);
}

/** The role under either key; null when there is none, or the keys name different ones. */
function organizationRoleOf(row: z.infer<typeof serviceAccountRow>): OrganizationRole | null {
	const texts = [row.org_role, row.role].map(role => roleTextOf(role ?? null)?.trim() ?? '');
	const roles = new Set(texts.filter(text => text !== '').map(normalizeRole));
	const known = roles.difference(new Set(['other']));
	const [role = null] = known.size === 0 ? roles : known;
	return known.size > 1 ? null : role;
}
