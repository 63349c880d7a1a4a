/** A row that can be named. */
export type PageRow = {
	/** What is typed to name it: `3`, or the id of a control. */
	readonly key: string;
	readonly text: string;
	/** Lines said before it, where a new part begins. */
	readonly titles?: readonly string[];
};

/** A page of the wizard in words. */
export type Page = {
	/** Where this is, for the question: `3.1 Gap`. */
	readonly place: string;
	readonly text: readonly string[];
	readonly rows: PageRows;
	/** Whether all rows are said with the text, or only on request. */
	readonly isListed: boolean;
	/** Index of the selected row. */
	readonly selected: number;
	/** About the selected row. */
	readonly detail: readonly string[];
	/** What an empty answer does, in words. */
	readonly enter: string;
};

/** Rows made only as far as they are said: there may be thousands. */
export type PageRows = {readonly length: number; readonly at: (index: number) => PageRow};

export const noRows: PageRows = {
	length: 0,
	at: index => {
		throw new RangeError(`There is no row ${index}`);
	},
};

/** Rows numbered from 1. */
export function numbered<Item>(
	items: readonly Item[],
	words: (item: Item) => Omit<PageRow, 'key'>,
): PageRows {
	return {
		length: items.length,
		at(index) {
			const item = items[index];
			if (item === undefined) {
				throw new RangeError(`There is no row ${index}`);
			}

			return {key: String(index + 1), ...words(item)};
		},
	};
}

/** The keys there are, for a sentence: `1 to 9`; empty for no rows. */
export function keysOf(rows: PageRows): string {
	const count = rows.length;
	const last = count === 0 ? '' : rows.at(count - 1).key;
	// A letter after numbers is none of their run.
	const run = count > 1 && /^[a-z]$/.test(last) ? count - 1 : count;
	const [from, to] = run === 0 ? ['', ''] : [rows.at(0).key, rows.at(run - 1).key];
	return `${from === to ? from : `${from} to ${to}`}${run === count ? '' : ` or ${last}`}`;
}
