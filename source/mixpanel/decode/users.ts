import * as z from 'zod/mini';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {User, UserList} from '../../types/facts.ts';
import {type Decoded, decoded, undecodable} from './decoded.ts';
import {flagField, idField, isDecimalId, roleField, roleTextOf, textField} from './fields.ts';
import {normalizeRole} from './organization-role.ts';
import {decodeRows, type Row, rowsOf, uniqueRows} from './rows.ts';

const userRow = z.object({
	id: z.optional(z.nullable(idField)),
	email: textField,
	user_email: textField,
	username: textField,
	name: textField,
	full_name: textField,
	first_name: textField,
	last_name: textField,
	org_role: roleField,
	role: roleField,
	organization_role: roleField,
	invited: flagField,
	is_invited: flagField,
	pending: flagField,
});

type UserRow = z.infer<typeof userRow>;

/**
The organization's users, in any of the three dialects (mixpanel-api §3.2). The list is refused as a whole
unless every row has an e-mail and a role we know and at least one row is an owner: a count from a half
understood list would be a wrong verdict.
*/
export function decodeUsers(value: unknown): Decoded<UserList> {
	const rows = rowsOf(value, ['users', 'members', 'results']);
	if (!rows.ok) {
		return rows;
	}

	const fields = decodeRows(rows.value, 'user', userRow);
	if (!fields.ok) {
		return fields;
	}

	const users: User[] = [];
	for (const [index, row] of fields.value.entries()) {
		const user = toUser(row, rows.value[index]);
		if (!user.ok) {
			return undecodable(`user ${index + 1} of ${rows.value.length}: ${user.reason}`);
		}

		users.push(user.value);
	}

	return judgeList(users);
}

function judgeList(users: readonly User[]): Decoded<UserList> {
	const unique = uniqueRows(users, 'user', user => user.id);
	if (!unique.ok) {
		return unique;
	}

	// Somebody listed under two ids would be counted twice.
	const emails = new Set(unique.value.map(user => user.email.toLowerCase()));
	if (emails.size < unique.value.length) {
		return undecodable('two users have the same e-mail');
	}

	return unique.value.some(user => user.role === 'owner')
		? decoded({users: unique.value})
		: undecodable('no user is an owner, and every organization has one');
}

function toUser(row: UserRow, source: Row | undefined): Decoded<User> {
	const email = [row.email, row.user_email, row.username].find(text => text?.includes('@'));
	if (typeof email !== 'string') {
		return undecodable('no e-mail');
	}

	const roles = presentRoles(row);
	const [role] = roles;
	if (role === undefined) {
		return undecodable('no role');
	}

	const [normal = 'other', ...contradicting] = new Set(roles.map(normalizeRole));
	// A role whose name is withheld is none that we know; only a role that is null itself means Member.
	if (normal === 'other' || contradicting.length > 0) {
		return undecodable(normal === 'other' ? 'a role we do not know' : 'two roles that contradict each other');
	}

	const key = source?.key ?? null;
	const mapId = key !== null && isDecimalId(key) ? key : null;
	if (mapId !== null && typeof row.id === 'string' && row.id !== mapId) {
		return undecodable('its id differs from the one it is listed under');
	}

	return decoded({
		id: row.id ?? mapId ?? email.toLowerCase(),
		email: makeSafe(email),
		name: makeSafe(nameOf(row)),
		role: normal,
		roleText: makeSafe(role ?? ''),
		invited: agreedFlag([row.invited, row.is_invited, row.pending]),
	});
}

/** The texts of the role keys that the row has, null and empty for a Member. */
function presentRoles(row: UserRow): readonly (string | null)[] {
	return [row.org_role, row.role, row.organization_role].flatMap(role =>
		role === undefined ? [] : [role === null ? null : (roleTextOf(role) ?? 'withheld')],
	);
}

/** What the flags that are there say in common; null when none is, or they differ. */
function agreedFlag(flags: readonly (boolean | null | undefined)[]): boolean | null {
	const said = new Set(flags.filter(flag => typeof flag === 'boolean'));
	const [first] = said;
	return said.size === 1 ? (first ?? null) : null;
}

function nameOf(row: UserRow): string {
	const parts = [row.first_name, row.last_name].filter(part => typeof part === 'string');
	return row.name ?? row.full_name ?? parts.join(' ').trim();
}
