import {makeSafe} from '../terminal/make-safe.ts';
import type {ReadFailure} from '../types/facts.ts';
import type {Client, GetOptions} from './client.ts';
import {maximumRows} from './decode/rows.ts';
import {type NextPage, openEnvelope} from './envelope.ts';

/** Pages of one list at most (mixpanel-api §1.4). */
const maximumPages = 1000;

export type Pages =
	| {readonly kind: 'value'; readonly value: unknown}
	| {
			readonly kind: 'failed';
			readonly failure: ReadFailure;
			readonly reason: string;
			readonly unauthorized: boolean;
	  };

/**
Open an answer and, when it is the first page of a list, read the others and join them. The whole list or a
failure: a page that fails, a cursor that comes back, or too many pages or rows leave nothing.
@param body the first page, undecoded
*/
export async function readPages(
	client: Client,
	path: string,
	body: unknown,
	options: GetOptions,
): Promise<Pages> {
	const unreadable = (reason: string): Pages => ({
		kind: 'failed',
		failure: 'unreadable',
		reason: `GET ${path.split('?', 1).join('')}: ${reason}`,
		unauthorized: false,
	});
	const cursors = new Set<string>();
	let rows: readonly unknown[] = [];
	let current = body;
	for (let page = 1; page <= maximumPages; page += 1) {
		const opened = openEnvelope(current);
		if (opened.kind === 'error') {
			return unreadable(`Mixpanel reports an error: ${makeSafe(opened.text ?? 'no details given', 300)}`);
		}

		if (opened.kind === 'unknown_paging') {
			return unreadable('The list comes in pages of a kind we do not know.');
		}

		const {value, next} = opened;
		if (next === null && page === 1) {
			return {kind: 'value', value};
		}

		if (!Array.isArray(value)) {
			return unreadable('A page of the list is not a list.');
		}

		rows = [...rows, ...value];
		if (next === null) {
			return {kind: 'value', value: rows};
		}

		if (cursors.has(next.cursor) || rows.length > maximumRows) {
			return unreadable('The pages of the list do not come to an end.');
		}

		cursors.add(next.cursor);
		const answer = await client.get(pathOfPage(path, next), options);
		if (answer.kind !== 'ok') {
			const failure = answer.kind === 'failed' ? answer.failure : 'denied';
			const {reason} = answer.error;
			return {kind: 'failed', failure, reason, unauthorized: answer.kind === 'unauthorized'};
		}

		current = answer.value;
	}

	return unreadable('The list has too many pages.');
}

function pathOfPage(path: string, {cursor, pageSize}: NextPage): string {
	const query = new URLSearchParams({...(pageSize === null ? {} : {page_size: pageSize}), cursor});
	return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
