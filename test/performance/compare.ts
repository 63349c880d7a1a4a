/** Does once what is measured, and gives the figure. */
export type Contestant = () => Promise<number>;

/** Figures by contestant, in the order they were taken. */
export type Samples = ReadonlyMap<string, readonly number[]>;

/**
Measures contestants in turns, A B A B, so that what else the machine does falls on all of them alike. The first
`warmUps` turns are not counted. In a turn each is measured so many times `inARow`.
*/
export async function compare(
	turns: number,
	contestants: Readonly<Record<string, Contestant>>,
	warmUps = 2,
	inARow = 1,
): Promise<Samples> {
	const named = Object.entries(contestants);
	const samples = new Map(named.map(([name]) => [name, [] as number[]]));
	for (let turn = -warmUps; turn < turns; turn += 1) {
		for (const [name, measure] of named) {
			for (let time = 0; time < inARow; time += 1) {
				const figure = await measure();
				if (turn >= 0) {
					samples.get(name)?.push(figure);
				}
			}
		}
	}

	return samples;
}

/** The median of a contestant's figures, or the figure below which another `share` of them lie. */
export function quantile(samples: Samples, name: string, share = 0.5): number {
	const sorted = (samples.get(name) ?? []).toSorted((one, other) => one - other);
	const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (found === undefined) {
		throw new Error(`nothing was measured of ${name}`);
	}

	return found;
}

/** The median of one contestant as a multiple of the median of another. */
export function ratio(samples: Samples, name: string, base: string): number {
	return quantile(samples, name) / quantile(samples, base);
}
