import type {ControlId} from '../../types/control.ts';
import type {Resource} from '../../types/resource.ts';

/** One thing that is different at Mixpanel, or that could not be compared. */
export type Difference = {
	readonly kind: 'added' | 'gone' | 'changed' | 'not_compared';
	/** In a person's words, without a full stop: `raj@corp.example is Admin now`. */
	readonly sentence: string;
	/** What is different; null for a setting of the organization and for what could not be compared. */
	readonly resource: Resource | null;
	/** The controls it concerns. */
	readonly controls: readonly ControlId[];
};

type Told<Row> = (row: Row) => Difference;

/**
Two lists held against each other by id: what came, what went, and what `changes` makes of a row that is in both. Of
rows that share an id the last counts.
*/
export function compareLists<Row extends {readonly id: string}>(
	before: readonly Row[],
	after: readonly Row[],
	tell: {
		readonly added: Told<Row>;
		readonly gone: Told<Row>;
		readonly changes: (before: Row, after: Row) => readonly Difference[];
	},
): Difference[] {
	const earlier = new Map(before.map(row => [row.id, row]));
	const later = new Map(after.map(row => [row.id, row]));
	return [
		...[...later.values()].flatMap(row => {
			const old = earlier.get(row.id);
			return old === undefined ? [tell.added(row)] : tell.changes(old, row);
		}),
		...[...earlier.values()].filter(({id}) => !later.has(id)).map(tell.gone),
	];
}
