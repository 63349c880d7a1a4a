import type {Endpoint} from './organization.ts';
import type {Becomes} from './ways.ts';

/** A whole answer with something wrong inside. */
export type BodyWay = {
	readonly name: string;
	/** The answer to the first question, or to one about a further page. */
	readonly body: (good: string, url: string) => string;
	readonly becomes: Becomes;
	/** Verdicts that are other ones than before although it is read. */
	readonly verdicts?: Readonly<Record<string, string>>;
	/** Parts of the values that have to be there; without them the values are as if nothing were wrong. */
	readonly holds?: readonly string[];
};

type Kind = 'id' | 'text' | 'flag' | 'role' | 'date' | 'count' | 'filters';

/** What one endpoint's answer is made of; with several kinds of rows, one entry for each. */
export type Shape = {
	readonly endpoint: Endpoint;
	/** Keys to the rows, from the body on. */
	readonly at: readonly string[];
	/** A list, a map by id, or one object alone. */
	readonly form: 'list' | 'map' | 'object';
	/** Fields that are decoded. */
	readonly fields: Readonly<Record<string, Kind>>;
	/** Those without which a row says nothing. */
	readonly needs: readonly string[];
	/** Those that say something by being null. */
	readonly nullable?: readonly string[];
	/** Content that a second row with the same id cannot have. */
	readonly contradiction?: Readonly<Record<string, unknown>>;
	/** What its own cases come to. */
	readonly own: readonly BodyWay[];
};

type Json = Readonly<Record<string, unknown>>;

// Written into the text as they stand, since no value of the language is them.
const raw: Readonly<Record<string, string>> = {
	'<2^53+1>': '9007199254740993',
	'<2^53>': '9007199254740992',
	'<1e300>': '1e300',
	'<prototype>': '__proto__',
};

/** JSON text of a value, with numbers beyond the language and keys that no literal has. */
export function textOf(value: unknown): string {
	return Object.entries(raw).reduce(
		(text, [sign, written]) =>
			text.replaceAll(`"${sign}"`, sign === '<prototype>' ? `"${written}"` : written),
		JSON.stringify(value),
	);
}

const wrong: {readonly [Name in Kind]: readonly unknown[]} = {
	id: [-1, 1.5, '<1e300>', 'x', '', '1'.repeat(41), true, [], {}],
	text: [5, true, [], {}],
	flag: ['false', 'true', '', 0, 1, [], {}],
	role: [5, true, [], {}, {name: 5}, '<1e300>', '<2^53+1>'],
	date: ['yesterday', '2026-02-30T00:00:00Z', '', 0, true, {}],
	count: ['6', -1, 1.5, true, {}],
	filters: ['x', '', 5, true],
};

const poison = {
	id: 1,
	role: 'member',
	email: 'x@acme.example',
	sensitive: true,
	expires: null,
	is_visible: false,
};

/** Change what is at a place of the body. */
export function changeAt(body: unknown, at: readonly string[], change: (value: unknown) => unknown): unknown {
	const [key, ...rest] = at;
	if (key === undefined) {
		return change(body);
	}

	const object: Json = Object(body);
	return {...object, [key]: changeAt(object[key], rest, change)};
}

/** Change the first row, or the object where there is only one. */
export function changeRow({at, form}: Shape, good: string, change: (row: Json) => unknown): string {
	return textOf(
		changeAt(JSON.parse(good), at, rows => {
			if (form === 'object') {
				return change(Object(rows));
			}

			if (Array.isArray(rows)) {
				return rows.map((row, index) => (index === 0 ? change(row) : row));
			}

			const [[key = '', row] = [], ...rest] = Object.entries(Object(rows));
			return Object.fromEntries([[key, change(Object(row))], ...rest]);
		}),
	);
}

function without(row: Json, field: string): Json {
	return Object.fromEntries(Object.entries(row).filter(([key]) => key !== field));
}

/** Every way that follows from the shape of an answer, and those of its own. */
export function bodyWaysOf(shape: Shape): readonly BodyWay[] {
	const {at, form, fields, needs, nullable = [], contradiction} = shape;
	const rows = (name: string, change: (value: unknown) => unknown): BodyWay => ({
		name,
		body: good => textOf(changeAt(JSON.parse(good), at, change)),
		becomes: 'unreadable',
	});
	const row = (name: string, becomes: Becomes, change: (row: Json) => unknown): BodyWay => ({
		name,
		body: good => changeRow(shape, good, change),
		becomes,
	});
	const marked = '<prototype>';
	return [
		...[5, 'x', true, ...(form === 'list' ? [{}] : [['x']])].map(value =>
			rows(`${JSON.stringify(value)} in place of it all`, () => value),
		),
		...(form === 'object'
			? []
			: [null, 'x', 5, ['x']].map(value =>
					row(`a row that is ${JSON.stringify(value)}`, 'unreadable', () => value),
				)),
		...Object.entries(fields).flatMap(([field, kind]) =>
			wrong[kind].map(value =>
				row(`${field} = ${JSON.stringify(value)}`, 'unreadable', good => ({...good, [field]: value})),
			),
		),
		...needs.flatMap(field => [
			row(`no ${field}`, 'unreadable', good => without(good, field)),
			...(nullable.includes(field)
				? []
				: [row(`${field} = null`, 'unreadable', good => ({...good, [field]: null}))]),
			row(`${field} from the prototype only`, 'unreadable', good => ({
				...without(good, field),
				[marked]: {...poison, [field]: good[field]},
			})),
		]),
		row('fields that nobody knows', 'read', good => ({
			...good,
			surprise: [1, {deep: true}],
			constructor: 'x',
			toString: null,
			prototype: {sensitive: true},
		})),
		row('a prototype besides', 'read', good => ({...good, [marked]: poison})),
		...(contradiction === undefined
			? []
			: [
					{...rows('a row twice', list => [...Object(list), Object(list)[0]]), becomes: 'read' as const},
					rows('an id twice, with other content', list => [
						...Object(list),
						{...Object(list)[0], ...contradiction},
					]),
				]),
		...pagingWays(shape),
		...shape.own,
	];
}

/** Signs that there is more, none of which may leave a part taken for the whole, or lead to another server. */
function pagingWays({endpoint, form}: Shape): readonly BodyWay[] {
	if (endpoint === 'scim') {
		return [];
	}

	const elsewhere = 'https://evil.example/page/2';
	const beside = (name: string, more: Json): BodyWay => ({
		name,
		body: good => JSON.stringify({...JSON.parse(good), ...more}),
		becomes: 'unreadable',
	});
	const last: BodyWay = {
		name: 'a cursor that is an address, and then the last page',
		body: (good, url) =>
			JSON.stringify({
				...JSON.parse(good),
				pagination: {page_size: 9, next_cursor: url.includes('cursor=') ? null : elsewhere},
			}),
		becomes: 'read',
	};
	return [
		beside('a cursor that comes back', {pagination: {next_cursor: 'again'}}),
		beside('a cursor that is a number', {pagination: {next_cursor: 7}}),
		beside('a cursor without words', {pagination: {next_cursor: ''}}),
		beside('paging that is a word', {pagination: 'yes'}),
		beside('paging that is a list', {pagination: []}),
		beside('a next page elsewhere', {next: elsewhere}),
		beside('more to come', {has_more: true}),
		beside('a total beyond', {total: 10_000}),
		beside('a total beyond, as text', {total_count: '10000'}),
		...(form === 'list' ? [last] : []),
	];
}
