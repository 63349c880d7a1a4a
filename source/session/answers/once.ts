import {AnswersFault, type Spot} from './located.ts';

/** Refuses what was there before: of two answers nobody knows which is meant. */
export function once(what: string): (spot: Spot, key: unknown) => void {
	const seen = new Set<string>();
	return (spot, key) => {
		const name = JSON.stringify(key);
		if (seen.has(name)) {
			throw new AnswersFault(spot, what, 'Of two answers to the same question only one can be meant.');
		}

		seen.add(name);
	};
}
