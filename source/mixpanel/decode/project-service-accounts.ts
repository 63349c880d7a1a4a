import * as z from 'zod/mini';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {ProjectRole, ServiceAccountGrant} from '../../types/facts.ts';
import {type Decoded, decoded, undecodable} from './decoded.ts';
import {flagField, idField, roleField, roleTextOf, textField} from './fields.ts';
import {arrayRows, decodeRows, uniqueRows} from './rows.ts';

const grantRow = z.object({
	id: idField,
	username: z.string().check(z.minLength(1)),
	role: roleField,
	hasSensitiveAccess: flagField,
	target_type: textField,
});

/**
Which service accounts reach one project, and as what (mixpanel-api §7). One account may hold several grants
there, through a team and by itself; each stays a row.
@param ownUsername raw username of the credential in use
*/
export function decodeProjectServiceAccounts(
	value: unknown,
	ownUsername: string,
): Decoded<readonly ServiceAccountGrant[]> {
	const rows = arrayRows(value);
	if (!rows.ok) {
		return rows;
	}

	const fields = decodeRows(rows.value, 'service account', grantRow);
	if (!fields.ok) {
		return fields;
	}

	const usernames = new Map<string, string>();
	for (const {id, username} of fields.value) {
		if ((usernames.get(id) ?? username) !== username) {
			return undecodable('two service accounts have the same id');
		}

		usernames.set(id, username);
	}

	const grants = fields.value.map(row => ({
		serviceAccountId: row.id,
		username: makeSafe(row.username),
		role: toProjectRole(roleTextOf(row.role ?? null)),
		hasSensitiveAccess: row.hasSensitiveAccess ?? null,
		grantedThrough: toTarget(row.target_type ?? null),
		isOwn: row.username === ownUsername,
	}));
	const unique = uniqueRows(grants, 'grant', grant => JSON.stringify(grant));
	return unique.ok ? decoded(unique.value) : unique;
}

/** A project role; text that is none of the four is the name of a custom role. */
function toProjectRole(text: string | null): ProjectRole | null {
	if (text === null || text.trim() === '') {
		return null;
	}

	const kind = text.trim().toLowerCase();
	switch (kind) {
		case 'owner':
		case 'admin':
		case 'analyst':
		case 'consumer': {
			return {kind};
		}

		default: {
			return {kind: 'custom', name: makeSafe(text)};
		}
	}
}

function toTarget(text: string | null): ServiceAccountGrant['grantedThrough'] {
	return text === 'individual' || text === 'team' || text === 'organization' ? text : null;
}
