import * as z from 'zod/mini';
import type {Team} from '../../types/facts.ts';
import {type Decoded, undecodable} from './decoded.ts';
import {idField, isDecimalId, safeField} from './fields.ts';
import {decodeRows, rowsOf, uniqueRows} from './rows.ts';

const countField = z.optional(z.nullable(z.int().check(z.nonnegative())));

const teamRow = z.object({
	id: z.optional(z.nullable(idField)),
	name: safeField,
	member_count: countField,
	members_count: countField,
	user_count: countField,
	members: z.optional(z.nullable(z.union([z.int().check(z.nonnegative()), z.array(z.unknown())]))),
});

/** The organization's teams, as an array, a map by id or wrapped (mixpanel-api §3.2). */
export function decodeTeams(value: unknown): Decoded<readonly Team[]> {
	const rows = rowsOf(value, ['teams', 'results']);
	if (!rows.ok) {
		return rows;
	}

	const fields = decodeRows(rows.value, 'team', teamRow);
	if (!fields.ok) {
		return fields;
	}

	const teams: Team[] = [];
	for (const [index, row] of fields.value.entries()) {
		const key = rows.value[index]?.key ?? null;
		const id = row.id ?? (key !== null && isDecimalId(key) ? key : null);
		if (id === null) {
			return undecodable(`team ${index + 1} of ${rows.value.length}: “id” is missing`);
		}

		const {members: list} = row;
		const counted = Array.isArray(list) ? list.length : (list ?? null);
		const members = row.member_count ?? row.members_count ?? row.user_count ?? counted;
		teams.push({id, name: row.name, members});
	}

	return uniqueRows(teams, 'team', team => team.id);
}
