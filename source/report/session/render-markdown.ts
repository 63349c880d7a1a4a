import {decidedMeaning, decidedWords} from '../../assessment/decided-words.ts';
import {overridesLine} from '../../assessment/policy-words.ts';
import {count} from '../../controls/rule-kinds/count.ts';
import {type Coverage, seenWords} from '../check/coverage.ts';
import {closingLines, scoreWords} from './markdown-closing.ts';
import {controlLines, type Heading} from './markdown-control.ts';
import {cell, code, prose} from './markdown-text.ts';
import type {ReportDocument} from './report-document.ts';
import {moment, regionWords, verdictWords} from './report-words.ts';

/** The report as GitHub-flavoured Markdown; every value from outside is escaped. Ends with a line end. */
export function renderReportMarkdown(document: ReportDocument): string {
	const heading = headingOf(document);
	const bySection = [...Map.groupBy(document.controls, ({section}) => section)];
	const lines = [
		...opening(document, heading),
		...summary(document, heading),
		...legend(document, heading),
		...bySection.flatMap(([section, controls]) => [
			...heading(2, sectionTitle(section, controls[0]?.id)),
			...controls.flatMap(control => controlLines(control, heading, document.policy.overrides)),
		]),
		...closingLines(document, heading),
	];
	return `${lines
		.join('\n')
		.trim()
		.replaceAll(/\n{3,}/gu, '\n\n')}\n`;
}

/** Every heading of a simulated organization says so. */
function headingOf({target}: ReportDocument): Heading {
	return (level, text) => ['', `${'#'.repeat(level)} ${text}${target.simulated ? ' · TRAINING' : ''}`, ''];
}

function sectionTitle(section: string, id: string | undefined): string {
	return `${id?.slice(0, 1) ?? ''} ${prose(section)}`.trim();
}

function opening(document: ReportDocument, heading: Heading): readonly string[] {
	const {target, guide, tool, profile, training} = document;
	const name = target.organizationName;
	return [
		...heading(1, name === null ? 'Mixpanel hardening report' : `Mixpanel hardening report: ${prose(name)}`),
		target.organizationId === null || target.region === null
			? '- Organization: not known; the journey was by hand, without a key'
			: `- Organization: ${name === null ? 'name not recorded' : code(name)} · id ${code(target.organizationId)} · region ${regionWords[target.region]}`,
		...(target.simulated
			? [
					`- A simulated organization for training${training === null ? '' : `, scenario ${code(training.scenario)}, seed ${training.seed}`}: nothing here is about a real one`,
				]
			: []),
		...readingLines(document),
		`- Policy, the thresholds of the verdicts: ${prose(overridesLine(document.policy.overrides))} (SHA-256 ${code(document.policy.sha256)})`,
		`- Made: ${prose(moment(document.generatedAt))} by ${prose(tool.name)} ${prose(tool.version)}, after the ${prose(guide.title)} ${prose(guide.version)} of ${prose(guide.updated)} (${guide.maturity})`,
		`- Worked on by: ${document.person === null ? 'nobody named' : code(document.person)}`,
		`- Answers that shape the verdicts, said and not read: plan ${profile.plan ?? 'not answered'} · SSO ${profile.sso ?? 'not answered'} · identity provider ${profile.idp ?? 'not answered'} · domains ${profile.domains.length === 0 ? 'none' : profile.domains.map(code).join(', ')} · Session Replay ${profile.replay === null ? 'not answered' : profile.replay ? 'used' : 'not used'} · own role ${profile.role ?? 'not answered'}`,
	];
}

function readingLines({reading, generatedAt}: ReportDocument): readonly string[] {
	const note = reading.note === null ? [] : [`- Note: ${prose(reading.note)}`];
	const at = reading.at === null ? 'at a time not recorded' : `on ${prose(moment(reading.at))}`;
	switch (reading.from) {
		case 'words': {
			return ['- Read: nothing; every verdict is what a person said', ...note];
		}

		case 'record': {
			return [`- Verdicts: as recorded ${at}; the rules behind them were not kept`, ...note];
		}

		case 'facts': {
			return [
				`- Read: ${at}, with ${count(reading.calls ?? 0, 'call')}; judged again for this report on ${prose(moment(generatedAt))}`,
				...(reading.coverage === null ? [] : [`- Seen: ${coverageWords(reading.coverage)}`]),
				...note,
			];
		}
	}
}

function coverageWords({projects, users, serviceAccounts}: Coverage): string {
	return `projects ${seenWords(projects)} · users ${seenWords(users)} · service accounts ${seenWords(serviceAccounts)}`;
}

function summary(document: ReportDocument, heading: Heading): readonly string[] {
	const {level, decided, of, score, passed, counts} = document.summary;
	const readOn = document.reading.at?.slice(0, 10) ?? null;
	const lastReadOn = readOn === document.generatedAt.slice(0, 10) ? null : readOn;
	return [
		...heading(2, 'Summary'),
		...(lastReadOn === null
			? []
			: [`- Nothing was read for this report: the verdicts are as last read on ${lastReadOn}`]),
		`- Level: ${level}`,
		`- Score: ${scoreWords(score)}${counts === null ? '' : ` = ${scoreWords(counts.verifiedScore)} read (verified and confirmed) + ${scoreWords(counts.attestedScore)} said`}`,
		...(passed === null
			? []
			: [
					`- Required rules passed: ${passed.verified} verified, ${passed.confirmed} confirmed, ${passed.attested} said; ${of} apply`,
				]),
		`- ${decidedWords({decided, of})}`,
		...(counts === null
			? []
			: [
					`- Controls in the level: ${counts.total}: ${counts.pass} pass, ${counts.fail} fail, ${counts.unknown} unknown, ${counts.manual} by hand, ${counts.not_applicable} not applicable; ${counts.waived} waived`,
				]),
		'',
		'| Control | Level | Status | Why |',
		'|---|---|---|---|',
		...document.controls.map(({id, title, level: of, status, basis, reason, inProfile, waiver}) => {
			const waived = waiver === null ? '' : ` · waived until ${cell(waiver.expires)}`;
			return `| ${id} ${cell(title)} | ${of} | ${inProfile ? verdictWords(status, basis) + waived : 'not in the level'} | ${inProfile ? cell(reason ?? '') : ''} |`;
		}),
	];
}

function legend({reading}: ReportDocument, heading: Heading): readonly string[] {
	const when = reading.at === null ? '' : ` on ${prose(moment(reading.at))}`;
	return [
		...heading(2, 'How to read this'),
		`- **verified**: read from Mixpanel${when}, and no later. **confirmed**: the same, and a person compared once what the field means. **said**: a person said so; nothing was read.`,
		'- Grade of a read: **documented** in public documentation; **provider**, known only from the Terraform provider of Mixpanel; **inferred**, our inference.',
		'- **unknown**: a read was tried and gave no reliable answer. **by hand**: no read exists, or a person has to say what it means. Neither counts as passed.',
		`- **decided**: ${prose(decidedMeaning)}`,
		'- A waiver never changes what was measured. Times are UTC.',
	];
}
