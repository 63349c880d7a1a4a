import {
	type Alias,
	type Document,
	isAlias,
	isMap,
	isNode,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
} from 'yaml';
import {makeSafe} from '../../terminal/make-safe.ts';

/** Where something stands in a file, both counted from 1. */
export type Spot = {readonly line: number; readonly column: number};

/** A value of a YAML or JSON file with its place. `source` is a scalar as it was written, which keeps long numbers exact. */
export type Located = {readonly spot: Spot} & (
	| {readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry>}
	| {readonly kind: 'list'; readonly items: readonly Located[]}
	| {readonly kind: 'scalar'; readonly value: unknown; readonly source: string}
);

export type Entry = {readonly key: Spot; readonly value: Located};

/** Something in the file is not as it must be. */
export class AnswersFault extends Error {
	override readonly name = 'AnswersFault';
	readonly spot: Spot;
	readonly why: string;

	/** `what` is a sentence without its full stop; `why` a whole one. */
	constructor(spot: Spot, what: string, why: string) {
		super(what);
		this.spot = spot;
		this.why = why;
	}
}

/** Values in a file, those that aliases repeat included: far more than the largest organization has answers. */
const mostValues = 200_000;
const mostAliases = 100;
const deepest = 20;
const start: Spot = {line: 1, column: 1};

/** Parses YAML, of which JSON is a part. Throws an `AnswersFault` for anything but one plain document. */
export function parseLocated(text: string): Located {
	const lines = new LineCounter();
	const at = (offset: number): Spot => {
		const {line, col} = lines.linePos(offset);
		return {line: Math.max(1, line), column: Math.max(1, col)};
	};
	const document = parse(text, lines);
	// What the parser only warns about, such as a tag it does not know, would change what the file says.
	const [fault] = [...document.errors, ...document.warnings];
	if (fault !== undefined) {
		throw new AnswersFault(
			at(fault.pos[0]),
			'the file cannot be read from here on',
			`As YAML or JSON it has a fault: ${makeSafe(fault.message, 200).replace(/[.:]*$/, '')}.`,
		);
	}

	const locate = locator(document, at);
	return locate(document.contents, start, 0);
}

function parse(text: string, lineCounter: LineCounter): Document {
	try {
		// The parser would compare each key with every other one; here it is done by name.
		return parseDocument(text, {lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'error'});
	} catch (error) {
		if (error instanceof RangeError) {
			throw tooMuch(start);
		}

		throw error;
	}
}

type Locate = (node: unknown, near: Spot, depth: number) => Located;

function locator(document: Document, at: (offset: number) => Spot): Locate {
	const resolved = new Map<Alias, unknown>();
	let values = 0;
	const resolve = (alias: Alias, spot: Spot): unknown => {
		if (!resolved.has(alias)) {
			resolved.set(alias, alias.resolve(document));
		}

		if (resolved.size > mostAliases) {
			throw tooMuch(spot);
		}

		return resolved.get(alias);
	};

	const locate: Locate = (node, near, depth) => {
		values += 1;
		const spot = isNode(node) && node.range ? at(node.range[0]) : near;
		if (values > mostValues || depth > deepest) {
			throw tooMuch(spot);
		}

		if (isAlias(node)) {
			return {...locate(resolve(node, spot), spot, depth + 1), spot};
		}

		if (isSeq(node)) {
			return {kind: 'list', spot, items: node.items.map(item => locate(item, spot, depth + 1))};
		}

		if (!isMap(node)) {
			return isScalar(node)
				? {kind: 'scalar', spot, value: node.value, source: node.source ?? ''}
				: {kind: 'scalar', spot, value: null, source: ''};
		}

		const entries = new Map<string, Entry>();
		for (const {key, value} of node.items) {
			const place = isNode(key) && key.range ? at(key.range[0]) : spot;
			const name = isScalar(key) ? key.value : null;
			if (typeof name !== 'string') {
				throw new AnswersFault(place, 'a key must be a word', 'Keys say what is answered.');
			}

			if (entries.has(name)) {
				throw new AnswersFault(place, `${shown(name)} stands here twice`, 'The two may disagree.');
			}

			entries.set(name, {key: place, value: locate(value, place, depth + 1)});
		}

		return {kind: 'map', spot, entries};
	};

	return locate;
}

/** A word from the file in quotes, fit to be shown. */
export function shown(word: string): string {
	return `"${makeSafe(word, 60)}"`;
}

function tooMuch(spot: Spot): AnswersFault {
	return new AnswersFault(
		spot,
		'the file holds more than can be meant',
		`It may hold ${mostValues} values, ${mostAliases} aliases and ${deepest} levels.`,
	);
}
