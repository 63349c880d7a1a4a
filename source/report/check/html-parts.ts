import {html} from 'hono/html';
import {shownId} from '../../terminal/shown-id.ts';
import type {Waiver} from '../../types/assessment.ts';
import type {Finding} from '../../types/rule.ts';
import type {Basis, Grade, ReasonCode, Status} from '../../types/verdict.ts';
import {basisWords, statusWords} from '../session/report-words.ts';
import type {CheckDocument} from './check-document.ts';
import {remediationWords} from './remediation-words.ts';

/** A piece of the page, every value in it escaped. */
export type Html = ReturnType<typeof html>;

const marks: {readonly [Name in Status]: string} = {
	pass: '✔',
	fail: '✖',
	unknown: '?',
	manual: '○',
	not_applicable: '–',
};

/** Mark and word of a verdict; the mark is only for the eye. */
export function verdictMark(status: Status, reasonCode: ReasonCode | null = null): Html {
	return html`<span class="verdict ${status}"><span aria-hidden="true">${marks[status]}</span> ${statusWords[status]}</span>${reasonCode === null ? '' : html` (${reasonCode})`}`;
}

/** How a verdict is known, with the age of what was read earlier: always in a frame, a different one each. */
export function basisMark(basis: Basis | null, age: string): Html {
	return basis === null
		? html``
		: html`<span class="basis ${basis}">basis: ${basisWords[basis]}${age}</span>`;
}

/** How well the endpoint of the read is known: never in a frame. */
export function gradeMark(grade: Grade | null): Html {
	return grade === null ? html`` : html`<span class="grade">grade: ${grade}</span>`;
}

/** A name or id from outside: its direction stays its own, and blanks stay. */
export function foreign(text: string): Html {
	return html`<bdi><code>${text === '' ? '(empty)' : text}</code></bdi>`;
}

export function waiverMark(waiver: Waiver | null): Html {
	return waiver === null
		? html``
		: html`<p class="waived">Waived until ${waiver.expires} · ${waiver.kind.replace('_', ' ')} · <bdi>${waiver.owner}</bdi>: <bdi>${waiver.reason}</bdi></p>`;
}

/** Terms and what they stand for. */
export function terms(rows: readonly (readonly [term: string, value: unknown])[]): Html {
	return html`<dl>${rows.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

/** A table with its caption and a row of column heads; the first cell of each row is its head. */
export function table(
	caption: string,
	heads: readonly string[],
	rows: readonly (readonly unknown[])[],
): Html {
	return html`<table><caption>${caption}</caption>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
		([
			first,
			...rest
		]) => html`<tr><th scope="row">${first}</th>${rest.map(each => html`<td>${each}</td>`)}</tr>
`,
	)}</tbody></table>`;
}

export function findingsTable(findings: readonly Finding[]): Html {
	return table(
		`Findings: ${findings.length}`,
		['Resource', 'Id', 'Finding', 'Remedy', 'Effort'],
		findings.map(({resource, message, remediation, effort, exempted}) => [
			html`${resource.type.replace('_', ' ')} ${foreign(resource.name)}`,
			foreign(shownId(resource.id)),
			`${message}${exempted ? ' · exempted' : ''}`,
			remediationWords(remediation),
			effort,
		]),
	);
}

export function errorsTable(errors: CheckDocument['errors']): Html {
	return errors.length === 0
		? html`<p>None.</p>`
		: table(
				`Reads that failed: ${errors.length}`,
				['Request', 'Outcome', 'What happened', 'Rules without a verdict'],
				errors.map(({source, code, message, rules}) => [
					foreign(source),
					code.replace('_', ' '),
					html`<bdi>${message}</bdi>`,
					rules.join(', '),
				]),
			);
}
