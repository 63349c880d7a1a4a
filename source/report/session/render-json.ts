import {escapeUnseen} from '../../terminal/escape-unseen.ts';
import type {ReportDocument} from './report-document.ts';

/** The document as JSON, two spaces deep, with a final line end; what cannot be seen stands as `\u` escapes. */
export function renderReportJson(document: ReportDocument): string {
	return escapeUnseen(`${JSON.stringify(document, undefined, 2)}\n`);
}
