import type {Answer} from './answer.ts';
import type {Client, GetOptions} from './client.ts';

/** One place a question was put to, without the query, and what came back. */
export type Tried = {readonly path: string; readonly answer: Answer};

/**
GET a route of the organization family (mixpanel-api §1.1), whose prefix is not proved: at the root of the host
first, and once under `/api/app` when the root does not know it. The prefix that answered is remembered for
each route by itself. Gives the answer that counts, and every place that was tried.
@param path from `/organizations/` on
*/
export async function getOrganizationRoute(
	client: Client,
	path: string,
	options: GetOptions,
): Promise<{readonly answer: Answer; readonly path: string; readonly tried: readonly Tried[]}> {
	const route = path.replaceAll(/\d+/g, '{id}');
	const known = client.knownPrefixes.get(route);
	const tried: Tried[] = [];
	for (const prefix of known === undefined ? ['', '/api/app'] : [known]) {
		const answer = await client.get(`${prefix}${path}`, options);
		tried.push({path: `${prefix}${path}`, answer});
		if (answer.kind === 'ok') {
			client.knownPrefixes.set(route, prefix);
		}

		if (answer.kind !== 'failed' || !answer.isElsewhere) {
			break;
		}
	}

	return {...weightiest(tried), tried};
}

/** The last answer, unless all it says is "not found" where an earlier one said more. */
function weightiest(tried: readonly Tried[]): Tried {
	const last = tried.at(-1);
	const first = tried[0];
	if (last === undefined || first === undefined) {
		throw new TypeError('At least one place is tried');
	}

	return last.answer.kind === 'failed' && last.answer.failure === 'not_found' ? first : last;
}
