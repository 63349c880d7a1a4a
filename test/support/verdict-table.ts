import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {indexWithin} from '../../source/training/ids.ts';
import type {Scenario} from '../../source/training/scenarios/scenario.ts';

/** One row of a table: what a rule must come to, and everything it must find. */
export type ExpectedRule = {
	readonly rule: string;
	readonly verdict: string;
	/** `type id`, sorted; or, of many, how many there are with the first and the last by number. */
	readonly resources: readonly string[] | {readonly count: number; readonly ends: readonly string[]};
};

const seeds = ['seed 1', 'seed 2'] as const;
export type TableSeed = 1 | 2;

/**
Reads a table of `test/training/expected`: the first id of each kind for two seeds, then a row a rule. A row names
what is found by the keys of its scenario; the place of a key in the scenario, counted from the first id, is its id.
Further resources stand on rows of their own; `10×` in front of two means so many, these being the first and the last.
*/
export async function readTable(
	file: string,
	scenario: Scenario,
	seed: TableSeed,
): Promise<readonly ExpectedRule[]> {
	const text = await readFile(path.join(import.meta.dirname, '../training/expected', `${file}.txt`), 'utf8');
	const [head = '', body = ''] = text.split(/^rule +status +basis +reason +resources$/m);
	const firsts = readFirsts(head, seed);
	const rows: {rule: string; verdict: string; words: string[]}[] = [];
	for (const line of body.split('\n').filter(each => each.trim() !== '')) {
		const words = line.trim().split(/\s+/);
		if (line.startsWith(' ')) {
			rows.at(-1)?.words.push(...words);
			continue;
		}

		const [rule = '', status = '', basis = '', reason = '', ...resources] = words;
		rows.push({rule, verdict: `${status} ${basis} ${reason}`, words: resources});
	}

	return rows.map(({rule, verdict, words}) => {
		const many = /^(\d+)×$/.exec(words[0] ?? '')?.[1];
		const ids = (many === undefined ? words : words.slice(1)).map(word => idOf(word, scenario, firsts));
		return {
			rule,
			verdict,
			resources: many === undefined ? ids.toSorted() : {count: Number(many), ends: ids},
		};
	});
}

type Firsts = ReadonlyMap<string, bigint>;

function readFirsts(head: string, seed: TableSeed): Firsts {
	const lines = head.split('\n');
	const title = lines.findIndex(line => line.startsWith('first id'));
	assert.ok(
		seeds.every(name => lines[title]?.includes(name)),
		'no first ids',
	);
	return new Map(
		lines
			.slice(title + 1)
			.filter(line => line !== '')
			.map(line => {
				const [kind = '', ...ids] = line.split(/\s+/);
				assert.notEqual(ids[0], ids[1], `${kind} has the same id for both seeds`);
				return [kind, BigInt(ids[seed - 1] ?? '')];
			}),
	);
}

/** `type id` of what a word of a table names, such as `user:founder` or `property:shop:User:%24email`. */
function idOf(word: string, scenario: Scenario, firsts: Firsts): string {
	const [type = '', key = '', ...rest] = word.split(':');
	const nth = (kind: string, index: number) => String((firsts.get(kind) ?? 0n) + BigInt(index));
	const project = () => indexOf(scenario.projects, key);
	switch (type) {
		case 'user':
			return `user ${nth('user', indexOf(scenario.people, key))}`;
		case 'team':
			return `team ${nth('team', indexOf(scenario.teams, key))}`;
		case 'service_account':
			return `service_account ${nth('service_account', indexOf(scenario.serviceAccounts, key))}`;
		case 'project':
			return `project ${nth('project', project())}`;
		case 'property':
			return `property ${[nth('project', project()), ...rest].join(':')}`;
		case 'data_view': {
			const views = scenario.projects[project()]?.views ?? [];
			const view = nth('data_view', indexWithin(project(), indexOf(views, rest[0] ?? '')));
			return `data_view ${nth('project', project())}:${view}`;
		}

		default:
			throw new Error(`The table names ${word}`);
	}
}

function indexOf(items: readonly {readonly key: string}[], key: string): number {
	const index = items.findIndex(item => item.key === key);
	assert.notEqual(index, -1, `nothing is called ${key}`);
	return index;
}

/** What is found, in the shape of the table: all of it sorted, or the number with the first and last by number. */
export function resourcesOf(
	found: readonly {readonly type: string; readonly id: string}[],
	expected: ExpectedRule['resources'],
): ExpectedRule['resources'] {
	const ids = found.map(({type, id}) => `${type} ${id}`);
	if (!('count' in expected)) {
		return ids.toSorted();
	}

	const sorted = ids.toSorted((one, other) => Number(numberIn(one) - numberIn(other)));
	return {count: new Set(ids).size, ends: [sorted[0] ?? '', sorted.at(-1) ?? '']};
}

function numberIn(id: string): bigint {
	return BigInt(/\d+/.exec(id)?.[0] ?? '0');
}
