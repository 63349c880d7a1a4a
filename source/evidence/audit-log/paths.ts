/** A path of keys, and the paths that go on from it. */
export type Path = {readonly text: string; readonly next: Map<string, Path>};

/** Paths remembered in all, and characters of a key in them: what invents ever more keys must not fill the memory. */
const mostRemembered = 1000;
const longestKey = 100;

/**
The paths that lead to the values of JSON objects, put together once: the rows of a log have the same few. `start` leads
to the object itself, `behind` one key further.
*/
export function createPaths(): {
	readonly start: Path;
	readonly behind: (path: Path, key: string) => Path;
} {
	let remembered = 0;
	return {
		start: {text: '', next: new Map()},
		behind({text, next}, key) {
			const known = next.get(key);
			if (known !== undefined) {
				return known;
			}

			const path: Path = {text: `${text}/${key}`, next: new Map()};
			if (remembered < mostRemembered && key.length <= longestKey) {
				next.set(key, path);
				remembered += 1;
			}

			return path;
		},
	};
}
