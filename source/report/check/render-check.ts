import type {CheckDocument} from './check-document.ts';
import {renderCheckJson} from './render-json.ts';
import {renderCheckText} from './render-text.ts';
import type {TextOptions} from './text-style.ts';

/** The document in a format of `check --format`; one that is not known is text. What a format needs is loaded for it alone. */
export async function renderCheck(
	document: CheckDocument,
	format: string | null,
	options: TextOptions,
): Promise<string> {
	switch (format) {
		case 'json': {
			return renderCheckJson(document);
		}

		case 'csv': {
			return (await import('./render-csv.ts')).renderCheckCsv(document);
		}

		case 'markdown': {
			return (await import('./render-markdown.ts')).renderCheckMarkdown(document);
		}

		case 'html': {
			return (await import('./render-html.ts')).renderCheckHtml(document);
		}

		case 'junit': {
			return (await import('./render-junit.ts')).renderCheckJunit(document);
		}

		default: {
			return renderCheckText(document, options);
		}
	}
}
