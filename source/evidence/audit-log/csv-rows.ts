/** The fields of one row as they came, or a row that could not be read. */
export type CsvRow = readonly string[] | 'malformed';

/** Takes a file piece by piece, and is told of its end. */
export type Splitter = {readonly take: (text: string) => void; readonly end: () => void};

/** Characters of one row, and fields in it, at most: a quote that is never closed must not swallow the file. */
export const rowLimits = {characters: 1024 * 1024, fields: 500} as const;

/**
Splits CSV (RFC 4180) that arrives in pieces into rows. Line ends are LF, CRLF or CR; a quote inside a plain field is an
ordinary character; empty lines are no rows. Holds one row at most.
*/
export function createCsvRows(separator: ',' | ';' | '\t', onRow: (row: CsvRow) => void): Splitter {
	const stops = {
		plain: new RegExp(`[${separator}\\r\\n]`, 'g'),
		quoted: /"/g,
		skipping: /[\r\n]/g,
	} as const;
	let fields: string[] = [];
	let field = '';
	let size = 0;
	/** `start`: nothing of the field was read; `closed`: behind a quote that may be the first of two. */
	let state: 'start' | 'plain' | 'quoted' | 'closed' | 'skipping' = 'start';
	let isBad = false;
	let afterReturn = false;

	const endRow = (): void => {
		if (isBad) {
			onRow('malformed');
		} else if (state !== 'start' || fields.length > 0) {
			onRow([...fields, field]);
		}

		fields = [];
		field = '';
		size = 0;
		state = 'start';
		isBad = false;
	};

	const skip = (): void => {
		fields = [];
		field = '';
		isBad = true;
		state = 'skipping';
	};

	/** One character that means something where it stands. */
	const readStop = (character: string): void => {
		if (character === '"' && state !== 'plain') {
			field += state === 'closed' ? '"' : '';
			state = state === 'quoted' ? 'closed' : 'quoted';
		} else if (character === separator && state !== 'skipping') {
			fields.push(field);
			field = '';
			state = 'start';
			if (fields.length >= rowLimits.fields) {
				skip();
			}
		} else {
			afterReturn = character === '\r';
			endRow();
		}
	};

	return {
		take(text) {
			let at = 0;
			while (at < text.length) {
				const character = text.charAt(at);
				if (afterReturn && character === '\n') {
					afterReturn = false;
					at += 1;
					continue;
				}

				afterReturn = false;
				const isStop =
					state === 'start' || state === 'closed'
						? character === '"' || character === separator || character === '\n' || character === '\r'
						: false;
				if (isStop) {
					readStop(character);
					size += 1;
					at += 1;
					continue;
				}

				if (state === 'closed') {
					// Text behind a closing quote belongs to no field.
					isBad = true;
				}

				state = state === 'start' || state === 'closed' ? 'plain' : state;
				const stop = stops[state];
				stop.lastIndex = at;
				const end = stop.exec(text)?.index ?? text.length;
				size += end - at;
				if (size > rowLimits.characters && state !== 'skipping') {
					// Looked at once more, now for the end of the line.
					skip();
					continue;
				}

				field += state === 'skipping' ? '' : text.slice(at, end);
				if (end < text.length) {
					readStop(text.charAt(end));
				}

				at = end + 1;
			}
		},
		end() {
			isBad ||= state === 'quoted';
			endRow();
		},
	};
}
