/** A number with its noun: `1 project`, `3 projects`. */
export function count(amount: number, singular: string, plural: string = `${singular}s`): string {
	return `${amount} ${amount === 1 ? singular : plural}`;
}

/** Names for one line: all of a few, else the first three and how many more. */
export function list(names: readonly string[]): string {
	return names.length <= 4
		? names.join(', ')
		: `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
