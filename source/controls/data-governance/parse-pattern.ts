import type {PatternFault} from './name-pattern.ts';

/** One character: itself, an escape or a class, as it is written. */
export type Atom = {readonly kind: 'atom'; readonly source: string};

/** A regular expression in its parts. `most` null is without end; `edge` is `\b`, `inside` is `\B`. */
export type Node =
	| Atom
	| {readonly kind: 'assert'; readonly what: 'start' | 'end' | 'edge' | 'inside'}
	| {readonly kind: 'sequence'; readonly parts: readonly Node[]}
	| {readonly kind: 'choice'; readonly ways: readonly Node[]}
	| {readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number | null};

/** Groups in groups. */
const deepest = 20;

class Refused extends Error {
	override readonly name = 'Refused';
	readonly why: string;

	constructor(what: string, why: string) {
		super(what);
		this.why = why;
	}
}

// In this order: what is longest first. The language of the pattern was checked before.
const escapes =
	/\\(?:u\{[\da-f]+\}|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|c[a-z]|[\s\S])/iuy;
const klass = /\[(?:\\[\s\S]|[^\]\\])*\]/uy;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/uy;
const group = /\((?:\?(?::|<(?![=!])[^>]*>))?/uy;

/** The parts of a pattern in the language of `RegExp` with the flags `iu`, or what is wrong with it. */
export function parsePattern(source: string): Node | PatternFault {
	try {
		// Only the language itself can tell what is written in it.
		new RegExp(source, 'iu');
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		const why = said.slice(said.lastIndexOf(': ') + 2);
		return {
			fault: 'this is no regular expression',
			why: why === '' ? 'It cannot be read as one.' : `It has a fault: ${why}.`,
		};
	}

	let at = 0;
	const take = (expression: RegExp): RegExpExecArray | null => {
		expression.lastIndex = at;
		const found = expression.exec(source);
		at += found?.[0].length ?? 0;
		return found;
	};

	const choice = (depth: number): Node => {
		if (depth > deepest) {
			throw new Refused('this pattern is too deep', `Groups may lie ${deepest} deep in one another.`);
		}

		const ways: Node[] = [];
		for (;;) {
			ways.push(sequence(depth));
			if (source[at] !== '|') {
				const [only] = ways;
				return ways.length === 1 && only !== undefined ? only : {kind: 'choice', ways};
			}

			at += 1;
		}
	};

	const sequence = (depth: number): Node => {
		const parts: Node[] = [];
		while (at < source.length && source[at] !== '|' && source[at] !== ')') {
			parts.push(repeated(one(depth)));
		}

		return {kind: 'sequence', parts};
	};

	const one = (depth: number): Node => {
		switch (source[at]) {
			case '^':
			case '$': {
				at += 1;
				return {kind: 'assert', what: source[at - 1] === '^' ? 'start' : 'end'};
			}

			case '(': {
				take(group);
				if (source[at] === '?') {
					throw new Refused(
						'this pattern looks ahead or back',
						'Groups that look ahead or back, or change the flags, are not taken: they would not be quick for every name.',
					);
				}

				const inner = choice(depth + 1);
				at += 1;
				return inner;
			}

			case '[': {
				return {kind: 'atom', source: take(klass)?.[0] ?? ''};
			}

			case '\\': {
				return escaped(take(escapes)?.[0] ?? '');
			}

			default: {
				const [character = ''] = source.slice(at);
				at += character.length;
				return {kind: 'atom', source: character};
			}
		}
	};

	const repeated = (part: Node): Node => {
		const found = take(quantifier);
		if (found === null) {
			return part;
		}

		const [written, least, comma, most = ''] = found;
		if (least !== undefined) {
			const end = comma === '' ? Number(least) : most === '' ? null : Number(most);
			return {kind: 'repeat', part, least: Number(least), most: end};
		}

		return {
			kind: 'repeat',
			part,
			least: written.startsWith('+') ? 1 : 0,
			most: written.startsWith('?') ? 1 : null,
		};
	};

	try {
		return choice(0);
	} catch (error) {
		if (error instanceof Refused) {
			return {fault: error.message, why: error.why};
		}

		throw error;
	}
}

function escaped(written: string): Node {
	const [, letter = ''] = written;
	if (/[1-9k]/u.test(letter)) {
		throw new Refused(
			'this pattern repeats what it found',
			'References back to a group are not taken: they would not be quick for every name.',
		);
	}

	return letter === 'b' || letter === 'B'
		? {kind: 'assert', what: letter === 'b' ? 'edge' : 'inside'}
		: {kind: 'atom', source: written};
}
