/** Past this length no word is a mistyped candidate, and comparing would be slow. */
const longestWord = 60;

/**
The candidate nearest to a mistyped word, or null when none is near or several are equally near: at most a third of its
letters differ, two in a word of four or five, one in a shorter one. Loads the distance function only when
called, since only a mistake needs it.
*/
export async function suggest(word: string, candidates: readonly string[]): Promise<string | null> {
	if (word === '' || word.length > longestWord) {
		return null;
	}

	const {default: distance} = await import('leven');
	const away = new Map(
		[...new Set(candidates)].map(candidate => [
			candidate,
			distance(word.toLowerCase(), candidate.toLowerCase()),
		]),
	);
	const least = Math.min(...away.values());
	const nearest = [...away].flatMap(([candidate, steps]) => (steps === least ? [candidate] : []));
	return least <= allowedFor(word) && nearest.length === 1 ? (nearest[0] ?? null) : null;
}

function allowedFor({length}: string): number {
	return length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
}
