import {type Atom, type Node, parsePattern} from './parse-pattern.ts';

/** Whether a name fits; takes time in proportion to the length of the name, whatever the name is. */
export type NamePattern = (name: string) => boolean;

/** What is wrong with a pattern, a clause without its full stop, and what may be done instead, a whole sentence. */
export type PatternFault = {readonly fault: string; readonly why: string};

/** Longest part of a name that is looked at, in characters; Mixpanel keeps 255. */
const longestName = 300;

/** Steps of one pattern, its repetitions written out. */
const mostSteps = 1000;

type Step =
	| {readonly kind: 'atom'; readonly fits: (character: string) => boolean}
	| {readonly kind: 'assert'; readonly holds: (place: Place) => boolean}
	| {readonly kind: 'split'; readonly to: readonly number[]}
	| {readonly kind: 'end'};

type Place = {readonly before: string | undefined; readonly after: string | undefined};

/**
A regular expression for names, matched anywhere in them whatever the case. Anybody who may send an event chooses names,
and no name may hold a judgement up: so all ways through the pattern are walked at once, and what cannot be matched like
that, looking ahead or back and repeating what was found, is refused.
*/
export function compileNamePattern(source: string): NamePattern | PatternFault {
	const parsed = parsePattern(source);
	if ('fault' in parsed) {
		return parsed;
	}

	const steps: Step[] = [];
	try {
		write(parsed, steps);
	} catch (error) {
		if (error instanceof RangeError) {
			return {
				fault: 'this pattern is too large',
				why: `With its repetitions written out it may have ${mostSteps} steps.`,
			};
		}

		throw error;
	}

	steps.push({kind: 'end'});
	return name => matches(steps, [...name.slice(0, longestName)]);
}

/** Appends the steps of a part, one at least; the step after the last is the one that follows. */
function write(node: Node, steps: Step[]): void {
	const before = steps.length;
	if (before >= mostSteps) {
		throw new RangeError('too many steps');
	}

	writeParts(node, steps);
	// Nothing, a thousand million times over, must come to an end as well.
	if (steps.length === before) {
		steps.push({kind: 'split', to: [before + 1]});
	}
}

function writeParts(node: Node, steps: Step[]): void {
	switch (node.kind) {
		case 'atom': {
			steps.push({kind: 'atom', fits: remembering(node)});
			return;
		}

		case 'assert': {
			steps.push({kind: 'assert', holds: assertions[node.what]});
			return;
		}

		case 'sequence': {
			for (const part of node.parts) {
				write(part, steps);
			}

			return;
		}

		case 'choice': {
			writeChoice(node.ways, steps);
			return;
		}

		case 'repeat': {
			writeRepeat(node, steps);
		}
	}
}

function writeChoice(ways: readonly Node[], steps: Step[]): void {
	const starts: number[] = [];
	steps.push({kind: 'split', to: starts});
	const ends: number[][] = [];
	for (const way of ways) {
		starts.push(steps.length);
		write(way, steps);
		const end: number[] = [];
		steps.push({kind: 'split', to: end});
		ends.push(end);
	}

	for (const end of ends) {
		end.push(steps.length);
	}
}

function writeRepeat({part, least, most}: Node & {readonly kind: 'repeat'}, steps: Step[]): void {
	for (let index = 0; index < least; index += 1) {
		write(part, steps);
	}

	const leave: number[][] = [];
	for (let index = least; index < (most ?? least + 1); index += 1) {
		const start = steps.length;
		const to: number[] = [start + 1];
		steps.push({kind: 'split', to});
		leave.push(to);
		write(part, steps);
		if (most === null) {
			steps.push({kind: 'split', to: [start]});
		}
	}

	for (const to of leave) {
		to.push(steps.length);
	}
}

function matches(steps: readonly Step[], characters: readonly string[]): boolean {
	let reached = new Set<number>();
	for (let index = 0; index <= characters.length; index += 1) {
		const after = characters[index];
		// A match may begin at every place.
		const here = reach(steps, [...reached, 0], {before: characters[index - 1], after});
		const next = new Set<number>();
		for (const at of here) {
			const step = steps[at];
			if (step?.kind === 'end') {
				return true;
			}

			if (step?.kind === 'atom' && after !== undefined && step.fits(after)) {
				next.add(at + 1);
			}
		}

		reached = next;
	}

	return false;
}

/** Every step that can be stood on without taking a character. */
function reach(steps: readonly Step[], from: readonly number[], place: Place): ReadonlySet<number> {
	const reached = new Set<number>();
	const open = [...from];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		if (reached.has(at)) {
			continue;
		}

		reached.add(at);
		const step = steps[at];
		if (step?.kind === 'split') {
			open.push(...step.to);
		} else if (step?.kind === 'assert' && step.holds(place)) {
			open.push(at + 1);
		}
	}

	return reached;
}

const assertions: {readonly [What in (Node & {readonly kind: 'assert'})['what']]: (place: Place) => boolean} =
	{
		start: ({before}) => before === undefined,
		end: ({after}) => after === undefined,
		edge: place => isEdge(place),
		inside: place => !isEdge(place),
	};

function isEdge({before, after}: Place): boolean {
	return isWord(before) !== isWord(after);
}

function isWord(character: string | undefined): boolean {
	return character !== undefined && /\w/iu.test(character);
}

/** Characters remembered for one atom; names are written with few. */
const mostRemembered = 500;

function remembering({source}: Atom): (character: string) => boolean {
	const expression = new RegExp(`^(?:${source})$`, 'iu');
	const known = new Map<string, boolean>();
	return character => {
		const before = known.get(character);
		if (before !== undefined) {
			return before;
		}

		const fits = expression.test(character);
		if (known.size < mostRemembered) {
			known.set(character, fits);
		}

		return fits;
	};
}
