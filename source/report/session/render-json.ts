import type {ReportDocument} from './report-document.ts';

// Written as escapes they mean the same to a parser, and nothing to a terminal the file is shown on.
const unseen = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--\n]/gv;

/** The document as JSON, two spaces deep, with a final line end; what cannot be seen stands as `\u` escapes. */
export function renderReportJson(document: ReportDocument): string {
	return `${JSON.stringify(document, undefined, 2)}\n`.replaceAll(unseen, escapeUnits);
}

function escapeUnits(character: string): string {
	return character
		.split('')
		.map(unit => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
}
