import {createHash} from 'node:crypto';
import {html, raw} from 'hono/html';
import {rulePolicyWords} from '../../assessment/policy-words.ts';
import type {ControlResult, RuleResult} from '../../types/assessment.ts';
import {verdictWords} from '../session/report-words.ts';
import {aboutRun} from './about-run.ts';
import {ageOfControl, ageOfRead} from './age-of-read.ts';
import type {CheckDocument} from './check-document.ts';
import {howToRead} from './how-to-read.ts';
import {
	basisMark,
	errorsTable,
	findingsTable,
	foreign,
	gradeMark,
	type Html,
	table,
	terms,
	verdictMark,
	waiverMark,
} from './html-parts.ts';
import {htmlStyle} from './html-style.ts';
import {scoreSentences} from './score-sentences.ts';

/**
The document as one HTML file that needs nothing else: no script, no link, no picture, and a policy under which the
browser would not run or load one. Every value is escaped. Ends with a line end.
*/
export async function renderCheckHtml(document: CheckDocument): Promise<string> {
	const {target, controls, journal} = document;
	const style = createHash('sha256').update(htmlStyle).digest('base64');
	const mark = target.simulated ? html` <span class="training">TRAINING</span>` : html``;
	const sections = [...Map.groupBy(controls, ({section}) => section)];
	const lacking = controls.flatMap(({inProfile, rules}) =>
		inProfile ? rules.filter(({reasonCode}) => reasonCode === 'plan').map(({id}) => id) : [],
	);
	const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${target.simulated ? 'TRAINING · ' : ''}Mixpanel hardening check: ${target.organizationName}</title>
<style>${raw(htmlStyle)}</style>
</head>
<body>
<header>
<h1>Mixpanel hardening check: <bdi>${target.organizationName}</bdi>${mark}</h1>
${terms(aboutRun(document).map(({label, value}) => [label, html`<bdi>${value}</bdi>`]))}
</header>
<main>
<h2>Summary${mark}</h2>
<ul>${scoreSentences(document).map(sentence => html`<li>${sentence}</li>`)}</ul>
${table(
	'Controls',
	['Control', 'Level', 'Status', 'Why'],
	controls.map(control => summaryRow(control, document)),
)}
<h2>How to read this</h2>
${terms(howToRead)}
${sections.map(
	([section, members]) => html`<section>
<h2>${section}${mark}</h2>
${members.map(control => controlPart(control, mark, document))}
</section>
`,
)}
<h2>Not on your plan${mark}</h2>
<p>${lacking.length === 0 ? 'Nothing.' : lacking.join(', ')}</p>
<h2>Reads that failed${mark}</h2>
${errorsTable(document.errors)}
</main>
<footer><p>Journal of the session: ${journal.headHash === null ? 'none' : foreign(journal.headHash)} (${journal.proof}). It names the state of a journal on one machine and proves nothing about who wrote it. Times are UTC.</p></footer>
</body>
</html>
`;
	return String(page);
}

function summaryRow(control: ControlResult, document: CheckDocument): readonly unknown[] {
	const {id, title, level, inProfile, status, basis, reason, waiver} = control;
	return [
		`${id} ${title}`,
		level,
		inProfile
			? html`${verdictMark(status)} ${basisMark(basis, ageOfControl(control, document))}${waiver === null ? '' : ` waived until ${waiver.expires}`}`
			: 'not in the level',
		inProfile ? html`<bdi>${reason}</bdi>` : '',
	];
}

function controlPart(control: ControlResult, mark: Html, document: CheckDocument): Html {
	const {id, title, level, inProfile, status, basis, reason, waiver, frameworks} = control;
	return html`<section>
<h3>${id} ${title}${mark}</h3>
<p>${verdictMark(status)} ${basisMark(basis, ageOfControl(control, document))} · ${level}${inProfile ? '' : ', not in the level judged by'}</p>
<p><bdi>${reason}</bdi></p>
${waiverMark(waiver)}
<p>CIS ${listed(frameworks.cis)} · NIST 800-53 ${listed(frameworks.nist80053)} · SOC 2 ${listed(frameworks.soc2)}</p>
${control.rules.map(rule => rulePart(rule, document))}
</section>
`;
}

function rulePart(rule: RuleResult, document: CheckDocument): Html {
	const byPolicy = rulePolicyWords(rule, document.policy.overrides);
	const {status, basis, reasonCode, grade, measured, findings, evidence} = rule;
	return html`<div class="rule">
<h4>${rule.id}</h4>
<p>${verdictMark(status, reasonCode)} ${basisMark(basis, ageOfRead(rule, document))} ${gradeMark(grade)} · ${rule.required ? 'required' : 'advice'} · version ${rule.version}</p>
${waiverMark(rule.waiver)}
${terms([
	['Expected', rule.expected],
	['Actual', html`<bdi>${rule.actual}</bdi>`],
	['Meaning', html`<bdi>${rule.reason}</bdi>`],
	...(byPolicy === null ? [] : [['Policy', html`<bdi>${byPolicy}</bdi>`] as const]),
	...(measured === null
		? []
		: [['Measured beside that word', verdictWords(measured.status, null, measured.reasonCode)] as const]),
])}
${findings.length === 0 ? '' : findingsTable(findings)}
${
	evidence.length === 0
		? html`<p>Evidence: none, nothing was read.</p>`
		: table(
				'Evidence',
				['What was read', 'Source', 'Grade', 'Observed', 'Outcome'],
				evidence.map(({source, detail, grade: known, observedAt, outcome}) => [
					foreign(detail),
					source,
					known === null ? 'none' : gradeMark(known),
					observedAt,
					outcome.replace('_', ' '),
				]),
			)
}
</div>
`;
}

function listed(ids: readonly string[]): string {
	return ids.length === 0 ? 'none' : ids.join(', ');
}
