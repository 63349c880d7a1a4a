import stringWidth from 'string-width';

/** `text` in lines of at most `width` columns behind `indent` blanks. A word wider than a line stands alone, whole. */
export function wrap(text: string, width: number, indent: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').filter(part => part !== '')) {
		if (line !== '' && stringWidth(`${line} ${word}`) > width - indent) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, line].filter(each => each !== '').map(each => ' '.repeat(indent) + each);
}
