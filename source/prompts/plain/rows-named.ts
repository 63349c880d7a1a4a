/** One number, or the first and the last of several that follow one another. */
const part = /^(\d{1,9})(?:-(\d{1,9}))?$/;

/**
Several rows named at once, `1,3 5-8`, as indexes in their order, each once; null where the line is anything else, names a
single row, or one of more than `length`.
*/
export function rowsNamed(line: string, length: number): readonly number[] | null {
	const parts = line.split(/[\s,]+/).filter(each => each !== '');
	const rows = new Set<number>();
	for (const each of parts) {
		const [, first = '', last = first] = part.exec(each) ?? [];
		const from = Number(first);
		const to = Number(last);
		if (first === '' || from < 1 || to > length || from > to) {
			return null;
		}

		for (let row = from; row <= to; row += 1) {
			rows.add(row - 1);
		}
	}

	return parts.length > 1 || line.includes('-') ? [...rows].toSorted((one, other) => one - other) : null;
}
