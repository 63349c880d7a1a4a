import {count} from '../../controls/rule-kinds/count.ts';
import type {LiveSection} from '../compliance-rows.ts';
import type {Heading} from './markdown-control.ts';
import {cell, code, prose} from './markdown-text.ts';
import type {ReportChange, ReportDocument} from './report-document.ts';
import {factWords, frameworkWords, moment, planWords, verdictWords} from './report-words.ts';

/** What follows the controls: plan, section 5, changes, history, what was not read, and the journal. */
export function closingLines(document: ReportDocument, heading: Heading): readonly string[] {
	return [
		...planLines(document, heading),
		...complianceLines(document, heading),
		...changeLines(document, heading),
		...historyLines(document, heading),
		...notReadLines(document, heading),
		...wordLines(document, heading),
		...journalLines(document, heading),
	];
}

function planLines({notOnPlan}: ReportDocument, heading: Heading): readonly string[] {
	return notOnPlan.length === 0
		? []
		: [
				...heading(2, 'Not applicable on the plan named'),
				'The plan is an answer of the person, not a read. Each rule names what helps instead.',
				'',
				...notOnPlan.map(
					({rule, title, control, plan, instead}) =>
						`- ${control} ${code(rule)}: ${prose(title)} · needs ${plan === null ? 'another plan' : planWords[plan]} · ${prose(instead ?? 'No compensating measure is known.')}`,
				),
			];
}

function complianceLines({compliance}: ReportDocument, heading: Heading): readonly string[] {
	return [
		...heading(2, '5 Compliance quick reference'),
		'Where the guide puts each reference, as printed, beside where we would. A status says how the control stands, not that a framework is met.',
		'',
		'| Reference | Title | As printed | Suggested | Judgement |',
		'|---|---|---|---|---|',
		...compliance.rows.map(({framework, id, title, printedControl, printed, suggested, judgement}) => {
			const asPrinted = [printedControl === null ? '' : `${cell(printedControl)}: `, sections(printed)].join(
				'',
			);
			return `| ${frameworkWords[framework]} ${cell(id)} | ${cell(title)} | ${asPrinted} | ${sections(suggested)} | ${cell(judgement)} |`;
		}),
		'',
		prose(compliance.leftOut),
	];
}

function sections(live: readonly LiveSection[]): string {
	return live.length === 0
		? 'none'
		: live
				.map(({section, status, basis, inProfile}) =>
					inProfile ? `${cell(section)} ${verdictWords(status, basis)}` : `${cell(section)} not in the level`,
				)
				.join('; ');
}

function changeLines({changes}: ReportDocument, heading: Heading): readonly string[] {
	return [
		...heading(2, 'Changes made through the API'),
		...(changes.length === 0 ? ['None by this program.'] : changes.flatMap(changeLine)),
	];
}

const undoWords: {readonly [Name in ReportChange['undo']]: string} = {
	none: 'not undone',
	open: 'undoing it is not settled',
	undone: 'undone',
	failed: 'undoing it failed',
};

function changeLine(change: ReportChange): readonly string[] {
	const {resource, request, outcome, detail, undoes} = change;
	return [
		`- ${code(change.fix)}${undoes === null ? '' : `, taking back ${code(undoes)}`} on ${resource.type} ${code(resource.name)}, id ${code(resource.id)}`,
		`  - Operation ${code(change.operation)} for ${change.control} ${code(change.rule)}, by ${code(change.by)} on ${prose(moment(change.at))}`,
		`  - Request: ${code(`${request.method} ${request.path}`)} with ${code(request.body)}`,
		`  - Before ${code(JSON.stringify(change.before))}, after ${code(JSON.stringify(change.desired))}`,
		`  - Outcome: **${outcome ?? 'open'}**${detail === null || detail === '' ? '' : `, ${prose(detail)}`}${change.settledAt === null ? '' : `, settled ${prose(moment(change.settledAt))}`}`,
		`  - Undo: ${undoWords[change.undo]}`,
	];
}

function historyLines({history}: ReportDocument, heading: Heading): readonly string[] {
	return [
		...heading(2, 'Assessments over time'),
		...(history.length === 0
			? ['None recorded.']
			: [
					'| Assessed | Level | Score | Decided | Pass | Fail | Unknown | By hand | Not applicable |',
					'|---|---|---:|---:|---:|---:|---:|---:|---:|',
					...history.map(
						({at, level, score, decided, of, counts, policySha256}) =>
							`| ${cell(moment(at))} | ${level}${policySha256 === null ? '' : `, by policy ${code(policySha256.slice(0, 12))}`} | ${scoreWords(score)} | ${decided} of ${of} | ${counts.pass} | ${counts.fail} | ${counts.unknown} | ${counts.manual} | ${counts.not_applicable} |`,
					),
				]),
	];
}

/** A score to two decimals. */
export function scoreWords(score: number | null): string {
	return score === null ? 'none' : score.toFixed(2);
}

function notReadLines({notRead, reading, controls}: ReportDocument, heading: Heading): readonly string[] {
	const none =
		reading.from === 'facts'
			? 'Every read gave an answer.'
			: reading.from === 'record'
				? 'Not kept: only the summary of the assessment was recorded.'
				: 'Nothing was read: the journey was by hand, without a key.';
	const asked = controls.flatMap(({rules}) => rules.filter(({source}) => source === 'person'));
	return [
		...heading(2, 'What was not read, and why'),
		...(notRead.length + reading.absent.length === 0 ? [none, ''] : []),
		...notRead.map(
			({code: why, message, source, rules}) =>
				`- ${code(source)}: ${why}. ${prose(message)}${rules.length === 0 ? '' : ` · affects ${rules.map(code).join(', ')}`}`,
		),
		...reading.absent.map(fact => `- ${factWords[fact]}: not asked for; the reading was stopped before`),
		`- No interface of Mixpanel answers these ${count(asked.length, 'rule')}, a person does: ${asked.map(({id}) => code(id)).join(', ')}`,
	];
}

function wordLines({confirmations, unmatched}: ReportDocument, heading: Heading): readonly string[] {
	return confirmations.length + unmatched.length === 0
		? []
		: [
				...heading(2, 'Readings confirmed, and words without a rule'),
				...confirmations.map(
					({reading, key, agrees, by, at}) =>
						`- ${code(by)} compared ${prose(reading)}${key === null ? '' : `, field ${code(key)},`} with the screen on ${prose(moment(at))}: ${agrees ? 'as understood' : 'not as understood'}`,
				),
				...unmatched.map(
					({kind, rule, by, at}) =>
						`- This version has no rule ${code(rule)}: the ${kind} of ${code(by)} from ${prose(moment(at))} counts for nothing`,
				),
			];
}

function journalLines({journal}: ReportDocument, heading: Heading): readonly string[] {
	return [
		...heading(2, 'Journal of the session'),
		`- Head hash: ${journal.headHash === null ? 'none' : code(journal.headHash)} (${journal.proof}): it names the state of the journal on one machine and proves nothing about who wrote it`,
		...(journal.damaged ? [`- The journal is damaged: ${count(journal.leftOutLines, 'line')} left out`] : []),
	];
}
