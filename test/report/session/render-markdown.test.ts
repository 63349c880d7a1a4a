import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {renderReportMarkdown} from '../../../source/report/session/render-markdown.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {unansweredProfile} from '../../../source/types/profile.ts';
import {attestation, daysAgo, failed, hardenedFacts, read, users} from '../../support/facts-builders.ts';
import {live, simulated} from '../check/make-document.ts';
import {factsNaming, makeReport, record, sessionSaying} from './make-report.ts';
import {hostileText, readInline} from './read-inline.ts';

/** The part under a heading, up to the next of its level or above. */
function part(markdown: string, heading: RegExp): string {
	const lines = markdown.split('\n');
	const start = lines.findIndex(line => heading.test(line));
	assert.notEqual(start, -1, `no heading ${String(heading)}`);
	const level = /^#+/u.exec(lines[start] ?? '')?.[0].length ?? 0;
	const end = lines.findIndex(
		(line, index) => index > start && new RegExp(`^#{1,${level}} `, 'u').test(line),
	);
	return lines.slice(start, end === -1 ? undefined : end).join('\n');
}

test('read, confirmed and said are told apart, with grade, source and time', () => {
	const text = renderReportMarkdown(
		makeReport(hardenedFacts(), {state: {attestations: [attestation('audit-log-exported', 'pass')]}}),
	);
	const measured = part(text, /^#### `owner-count`/u);
	assert.match(measured, /Verdict: \*\*pass · verified\*\*/u);
	assert.match(measured, /Grade of the read: provider/u);
	assert.match(
		measured,
		/ {2}- api · `GET \/api\/app\/organizations\/7654321\/users\/` · provider · 2026-11-24T10:00:00Z · ok/u,
	);
	const said = part(text, /^#### `audit-log-exported`/u);
	assert.match(said, /Verdict: \*\*pass · said\*\*/u);
	assert.match(said, /Said by `Ana`: pass · observed on 2026-11-21 · saw: the switch is purple/u);
	assert.match(said, /Measured beside that word: by hand \(no_api\)/u);
	assert.match(text, /- Required rules passed: \d+ verified, 0 confirmed, 1 said; \d+ apply/u);
	assert.match(text, /- Seen: projects 2 of an unknown number · users 12 of 12 · service accounts 3 of 3/u);
	assert.match(text, /- Read: on 2026-11-24T10:00:00Z, with 12 calls/u);
});

test('a word stands with the question as it was asked, where a form asked it', () => {
	const asked = {question: makeSafe('Was it exported?'), seen: makeSafe('')};
	const text = renderReportMarkdown(
		makeReport(hardenedFacts(), {
			state: {attestations: [attestation('audit-log-exported', 'fail', asked)]},
		}),
	);
	assert.match(
		part(text, /^#### `audit-log-exported`/u),
		/Said by `Ana`: FAIL · asked: “Was it exported\?” · observed on 2026-11-21 · saw: nothing written down/u,
	);
});

test('every heading of a simulated organization says TRAINING, and none of a real one', () => {
	const headings = (target: typeof live) =>
		renderReportMarkdown(makeReport(factsNaming('x'), {target}))
			.split('\n')
			.filter(line => line.startsWith('#'));
	const training = headings(simulated);
	assert.ok(training.length > 30);
	assert.deepEqual(
		training.filter(line => !line.endsWith(' · TRAINING')),
		[],
	);
	assert.deepEqual(
		headings(live).filter(line => line.includes('TRAINING')),
		[],
	);
});

test('a failed read is named with its cause and the rules it leaves open', () => {
	const text = renderReportMarkdown(makeReport({...hardenedFacts(), teams: failed('denied', 'GET /teams')}));
	assert.match(
		part(text, /What was not read/u),
		/- `GET \/teams`: denied\. The read failed: denied\. · affects `teams-in-use`/u,
	);
});

test('what a stopped reading has not come to is named', () => {
	const {teams: _, ...rest} = hardenedFacts();
	assert.match(part(renderReportMarkdown(makeReport(rest)), /What was not read/u), /- teams: not asked for/u);
});

test('rules that want another plan stand apart with what helps instead', () => {
	const state = {profile: {...unansweredProfile, plan: 'free'}} as const;
	const text = part(
		renderReportMarkdown(makeReport(hardenedFacts(), {state})),
		/^## Not applicable on the plan/u,
	);
	assert.match(text, /1\.1 `sso-enabled`: .* needs Growth · .*two-factor/u);
});

test('a waiver is shown with its reason, owner and end, beside what was measured', () => {
	const facts = {...hardenedFacts(), users: read({users: users(5, 2, 3)})};
	const waived = sessionSaying('because');
	const text = renderReportMarkdown(makeReport(facts, {state: {waivers: waived.waivers}}));
	const control = part(text, /^### 2\.3 /u);
	assert.match(control, /Status: \*\*FAIL · verified\*\*/u);
	assert.match(
		control,
		/Waiver \(risk accepted\) until 2027-02-01: because · owner `because` · given by `because` on .* · in force/u,
	);
	const rule = part(text, /^#### `teams-in-use`/u);
	assert.match(rule, /Waiver \(finding disputed\) until 2026-01-01: .* no longer counts/u);
	assert.match(text, /\| 2\.3 .* \| FAIL · verified · waived until 2027-02-01 \|/u);
});

test('a change is shown with request, before, after, outcome and whether it was taken back', () => {
	const text = part(
		renderReportMarkdown(makeReport(hardenedFacts(), {state: sessionSaying('v')})),
		/^## Changes made/u,
	);
	assert.match(text, /Request: `PATCH \/api\/app\/v` with `\{"name":"v"\}`/u);
	assert.match(text, /Before `\{"sensitive":false,"name":"v"\}`, after `\{"sensitive":true,"v":"v"\}`/u);
	assert.match(text, /Outcome: \*\*applied\*\*, v, settled/u);
	assert.match(text, /Undo: undoing it is not settled/u);
	assert.match(text, /taking back `op-1`/u);
});

test('from a record alone it gives the verdicts of the controls and says what is missing', () => {
	const state = {
		assessments: [{...record, at: daysAgo(1)}],
		attestations: [attestation('owner-count', 'pass')],
		notes: new Map([['2.3', [{text: makeSafe('ask Raj'), at: daysAgo(1)}]]] as const),
	};
	const text = renderReportMarkdown(makeReport(null, {state}));
	assert.match(text, /- Verdicts: as recorded on 2026-11-23T10:00:00Z; the rules behind them were not kept/u);
	assert.match(text, /- Score: 0\.42$/mu);
	assert.match(part(text, /^### 2\.3 /u), /Status: \*\*FAIL · verified\*\*.*\n- Why: 4 Owners, 3 at most/u);
	assert.match(part(text, /^### 2\.3 /u), /ask Raj/u);
	assert.match(part(text, /^#### `owner-count`/u), /Verdict: not kept.*\n- Said by `Ana`/u);
	assert.match(part(text, /^### 1\.1 /u), /Status: \*\*not assessed\*\*/u);
});

test('section 5 has live status under the mapping as printed and as suggested', () => {
	const text = part(renderReportMarkdown(makeReport(hardenedFacts())), /^## 5 Compliance/u);
	assert.match(text, /^\| SOC 2 CC6\.2 \| .* \| Organization roles: 2\.1 .* \| 1\.3 not in the level \| /mu);
	assert.match(text, /^\| NIST 800-53 IA-2\(1\) \| /mu);
	assert.match(text, /^\| CIS 3\.11 \| /mu);
});

test('words about rules that are gone are named, and the journal by its hash', () => {
	const text = renderReportMarkdown(makeReport({}, {state: sessionSaying('old-rule')}));
	assert.match(text, /no rule `old-rule`: the attestation of `old-rule`/u);
	assert.match(text, /Head hash: `(?:ab){32}` \(local, unsigned\)/u);
});

test('what was read on an earlier day is not passed off as read for this report', () => {
	const text = (readAt: string): string =>
		renderReportMarkdown({
			...makeReport(hardenedFacts()),
			reading: {...makeReport(hardenedFacts()).reading, at: readAt},
		});
	assert.match(
		text(daysAgo(3)),
		/Nothing was read for this report: the verdicts are as last read on 2026-11-21/,
	);
	assert.match(
		text(daysAgo(3)),
		/\*\*verified\*\*: read from Mixpanel on 2026-11-21T10:00:00Z, and no later/,
	);
	assert.doesNotMatch(text(daysAgo(0)), /Nothing was read/);
});

test('nothing that comes from outside changes the shape of the report', () => {
	const plain = shapeOf('name');
	fc.assert(
		fc.property(
			hostileText.filter(text => makeSafe(text).trim() !== ''),
			text => assert.deepEqual(shapeOf(text), plain),
		),
		{numRuns: 30},
	);
});

/** Heading marks, list marks and cells of each line, and whatever in it is marked up beside our own bold type. */
function shapeOf(text: string): readonly string[] {
	const target = {...live, name: makeSafe(text)};
	const markdown = renderReportMarkdown(makeReport(factsNaming(text), {target, state: sessionSaying(text)}));
	return markdown.split('\n').map(line => {
		const {start = '', rest = ''} = /^(?<start>#{1,4} | *- |\||)(?<rest>.*)$/u.exec(line)?.groups ?? {};
		return start + readInline(rest).markup;
	});
}
