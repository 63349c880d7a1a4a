import {makeSafe} from '../../terminal/make-safe.ts';
import type {AuditEvent} from '../../types/evidence-facts.ts';

/** Kept of each kind of event, and graphemes of a name. */
const mostOfAKind = 5;
const longestName = 80;

/** Keeps the newest few events of each of these kinds, in any order they come. Bounded by the kinds. */
export function keepRecent(names: ReadonlySet<string>): {
	readonly take: (name: string, moment: number, by: string) => void;
	/** The newest first. */
	readonly all: () => readonly AuditEvent[];
} {
	const kept = new Map<string, {readonly moment: number; readonly by: string}[]>();
	return {
		take(name, moment, by) {
			if (!names.has(name)) {
				return;
			}

			const those = kept.get(name) ?? [];
			const oldest = those.at(-1);
			if (those.length === mostOfAKind && oldest !== undefined && oldest.moment >= moment) {
				return;
			}

			const at = those.findIndex(each => each.moment < moment);
			// A long text would keep the whole piece of the file alive that it was cut from.
			those.splice(at === -1 ? those.length : at, 0, {moment, by: structuredClone(by.trim().slice(0, 1000))});
			kept.set(name, those.slice(0, mostOfAKind));
		},
		all: () =>
			[...kept]
				.flatMap(([name, those]) => those.map(each => ({name, ...each})))
				.toSorted((one, other) => other.moment - one.moment)
				.map(({name, moment, by}) => ({
					name,
					at: new Date(moment).toISOString(),
					by: by === '' ? null : makeSafe(by, longestName),
				})),
	};
}
