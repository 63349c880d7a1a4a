/** Past this length no word is a mistyped candidate, and comparing would be slow. */
const longestWord = 60;

/**
The candidate nearest to a mistyped word, or null when none is near: at most a third of its letters differ, or
two in a short word. Loads the distance function only when called, since only a mistake needs it.
*/
export async function suggest(word: string, candidates: readonly string[]): Promise<string | null> {
	if (word === '' || word.length > longestWord) {
		return null;
	}

	const {default: distance} = await import('leven');
	let nearest: string | null = null;
	let allowed = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		const away = distance(word.toLowerCase(), candidate.toLowerCase());
		if (away < allowed) {
			nearest = candidate;
			allowed = away;
		}
	}

	return nearest;
}
