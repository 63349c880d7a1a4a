import {wrapText} from '../../ui/lines/wrap.ts';
import type {Asker} from './asker.ts';

/** Say lines, each broken between words where the terminal is too narrow for it; what follows keeps its indent. */
export function sayWrapped(asker: Pick<Asker, 'say' | 'size'>, lines: readonly string[]): void {
	asker.say(wrapped(lines, asker.size().columns - 1));
}

/**
Say a text; one of more than two screens page by page, asking before each further one. Resolves to what was answered
in place of going on, empty when nothing was; null when broken off.
*/
export async function sayInPages(
	asker: Pick<Asker, 'say' | 'size' | 'ask'>,
	lines: readonly string[],
): Promise<string | null> {
	const {columns, rows} = asker.size();
	const all = wrapped(lines, columns - 1);
	const page = Math.max(rows - 4, 10);
	const step = all.length <= 2 * page ? all.length : page;
	for (let from = 0; from < all.length; ) {
		const to = from + step;
		asker.say(all.slice(from, to));
		from = to;
		if (from < all.length) {
			const answer = await asker.ask(`${all.length - from} more lines. Enter goes on, 0 skips them:`);
			if (answer !== '') {
				return answer === '0' ? '' : answer;
			}
		}
	}

	return '';
}

function wrapped(lines: readonly string[], width: number): readonly string[] {
	return lines.flatMap(line => {
		const content = line.trimStart();
		const indent = line.slice(0, line.length - content.length);
		return wrapText(content, Math.max(width - indent.length, 20)).map(row => `${indent}${row}`.trimEnd());
	});
}
