import type {PiiPattern} from '../../types/policy.ts';
import {compileNamePattern, type NamePattern} from './name-pattern.ts';

type Compiled = {
	readonly patterns: readonly (readonly [kind: string, pattern: NamePattern])[];
	readonly known: Map<string, string | null>;
};

/** Names remembered for one policy: an organization is judged again and again, by the same names. */
const mostRemembered = 100_000;

const compiled = new WeakMap<readonly PiiPattern[], Compiled>();

/** What a name holds by the first pattern of a policy that it fits; null when it fits none. A pattern that cannot be one fits nothing. */
export function fitsPolicy(rawName: string, patterns: readonly PiiPattern[] | undefined): string | null {
	if (patterns === undefined || patterns.length === 0) {
		return null;
	}

	const {patterns: each, known} = compile(patterns);
	const before = known.get(rawName);
	if (before !== undefined) {
		return before;
	}

	const kind = each.find(([, pattern]) => pattern(rawName))?.[0] ?? null;
	if (known.size < mostRemembered) {
		known.set(rawName, kind);
	}

	return kind;
}

function compile(patterns: readonly PiiPattern[]): Compiled {
	const before = compiled.get(patterns);
	if (before !== undefined) {
		return before;
	}

	const fresh: Compiled = {
		patterns: patterns.flatMap(({pattern, kind}) => {
			const fits = compileNamePattern(pattern);
			return typeof fits === 'function' ? [[kind ?? `fits ${pattern} of the policy`, fits] as const] : [];
		}),
		known: new Map(),
	};
	compiled.set(patterns, fresh);
	return fresh;
}
