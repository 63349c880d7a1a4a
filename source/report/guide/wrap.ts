/**
Break text at spaces into lines of at most `width` characters. A longer word, such as a URL, stays whole on its
own line so that it can be copied. Counts characters as columns: the guide holds none that are wide.
*/
export function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/u).filter(part => part !== '')) {
		if (line === '') {
			line = word;
		} else if (line.length + 1 + word.length <= width) {
			line += ` ${word}`;
		} else {
			lines.push(line);
			line = word;
		}
	}

	return line === '' ? lines : [...lines, line];
}
