import type {CheckDocument} from './check-document.ts';

/** The document as JSON text, two spaces deep, with a final line end. */
export function renderCheckJson(document: CheckDocument): string {
	return `${JSON.stringify(document, undefined, 2)}\n`;
}
