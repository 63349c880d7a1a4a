import * as z from 'zod/mini';
import type {ScimUsers} from '../../types/evidence-facts.ts';
import {type Decoded, decoded, undecodable} from './decoded.ts';

const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const listResponse = z.object({
	schemas: z.array(z.string()),
	totalResults: z.optional(z.int().check(z.nonnegative())),
	Resources: z.optional(z.nullable(z.array(z.unknown()))),
});

/** SCIM's list of users reduced to their number (mixpanel-api §6.4); no user is looked at. */
export function decodeScimUsers(value: unknown): Decoded<ScimUsers> {
	const read = listResponse.safeParse(value);
	if (!read.success || !read.data.schemas.includes(listSchema)) {
		return undecodable('this is no list as SCIM answers with');
	}

	const {totalResults, Resources: rows} = read.data;
	return totalResults === undefined && !Array.isArray(rows)
		? undecodable('the list of SCIM has neither users nor their number')
		: decoded({total: totalResults ?? null});
}
