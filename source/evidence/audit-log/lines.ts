import {rowLimits, type Splitter} from './csv-rows.ts';

/** Splits text that arrives in pieces into lines; null for one that is too long. Empty lines are left out. */
export function createLines(onLine: (line: string | null) => void): Splitter {
	let line = '';
	let isSkipping = false;
	const finish = (): void => {
		if (isSkipping) {
			onLine(null);
		} else if (line.trim() !== '') {
			onLine(line);
		}

		line = '';
		isSkipping = false;
	};

	return {
		take(text) {
			let at = 0;
			while (at < text.length) {
				const found = text.indexOf('\n', at);
				const end = found === -1 ? text.length : found;
				if (!isSkipping) {
					line += text.slice(at, end);
					isSkipping = line.length > rowLimits.characters;
					line = isSkipping ? '' : line;
				}

				if (found !== -1) {
					finish();
				}

				at = end + 1;
			}
		},
		end: finish,
	};
}
