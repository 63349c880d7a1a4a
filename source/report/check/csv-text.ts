/** What makes a spreadsheet take a cell for a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
Rows as RFC 4180: every cell between quotes, lines ended by CR LF. A cell that a spreadsheet would take for a formula
begins with `'`, which spreadsheets show as text.
*/
export function csvText(rows: readonly (readonly string[])[]): string {
	return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string): string {
	const text = formulaStart.test(value) ? `'${value}` : value;
	return `"${text.replaceAll('"', '""')}"`;
}
