import {logDoubts} from '../../assessment/log-doubts.ts';
import {groupCounts} from '../../controls/activity-logs/log-words.ts';
import {count} from '../../controls/rule-kinds/count.ts';
import type {RuleResult} from '../../types/assessment.ts';
import type {AuditLog, ImportedEvidence, SamlCertificate} from '../../types/evidence-facts.ts';
import type {Rule} from '../../types/rule.ts';
import {justify} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {statusSymbol, statusWord} from '../lines/marks.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import type {Sheet} from '../state/control/sheet.ts';
import {factOfEvidence} from '../state/forms/fact-of-evidence.ts';
import {badge} from './badge.ts';
import {dotted} from './control/dotted.ts';
import {eventWords} from './event-words.ts';
import type {Frame} from './frame.ts';
import {ruleContextOf} from './rule-context-of.ts';

type Section = readonly [title: string, lines: readonly Line[]];

/** What was found in a file that was just taken in, and what follows from it; a text, scrolled by line. */
export function importedFrame(state: AppState, sheet: Extract<Sheet, {kind: 'imported'}>): Frame {
	const {open, columns} = state;
	const found = open?.session.evidence.find(({kind}) => kind === sheet.evidence);
	const width = Math.min(columns - 2, 92);
	return {
		heading: [
			justify(
				[{text: ` ${fitLabel(`Imported · ${found?.name ?? ''}`, columns - 14)}`, bold: true}],
				open === null ? [] : [badge(open.target)],
				columns - 1,
			),
			[dim(` ${open?.label ?? ''}`)],
		],
		body: open === null || found === undefined ? [] : sectionLines(sectionsOf(state, open, found, width)),
		view: {kind: 'scroll', from: sheet.row},
		detail: [],
		cursor: null,
	};
}

function sectionsOf(state: AppState, open: Open, found: ImportedEvidence, width: number): readonly Section[] {
	const judged = judgedRules(state, open);
	return [
		...(found.kind === 'audit_log'
			? logSections(found.log, width)
			: ([['What it holds', certificateLines(found.certificates, width)]] as const)),
		...(found.kind === 'audit_log'
			? ([['What it puts in doubt', doubtLines(state, open, judged, width)]] as const)
			: []),
		['What it shows now', shownLines(judged, found, width)],
		['What is kept', keptLines(found, width)],
	];
}

function sectionLines(sections: readonly Section[]): readonly Line[] {
	return sections.flatMap(([title, lines], index): readonly Line[] => [
		...(index === 0 ? [] : [blank]),
		[{text: ` ${title}`, bold: true}],
		...lines,
	]);
}

function logSections(log: AuditLog, width: number): readonly Section[] {
	const {events, oldest, newest, format, malformed, unlisted, gaps} = log;
	const missing = [
		...gaps.map(({from, to, days}) => `Nothing from ${from} to ${to}, ${count(days, 'day')}.`),
		...(malformed === 0 ? [] : [`${count(malformed, 'row')} could not be read.`]),
		...(unlisted === 0
			? []
			: [`${count(unlisted, 'event')} ${unlisted === 1 ? 'is' : 'are'} in no published list.`]),
	];
	return [
		[
			'What it holds',
			dotted(
				[
					`${count(events, 'event')} from ${minuteOf(oldest)} to ${minuteOf(newest)} UTC, as ${format.toUpperCase()}.`,
					`${groupCounts(log)}.`,
				],
				width,
			),
		],
		[
			'What is missing in it',
			dotted(missing.length === 0 ? ['Nothing: every row was read, and no week is empty.'] : missing, width),
		],
	];
}

function certificateLines(certificates: readonly SamlCertificate[], width: number): readonly Line[] {
	return dotted(
		certificates.flatMap(({subject, issuer, validFrom, validTo}) => [
			`${subject}, from ${validFrom.slice(0, 10)} to ${validTo.slice(0, 10)}, issued by ${issuer}.`,
		]),
		width,
	);
}

type Judged = {readonly control: string; readonly rule: Rule; readonly result: RuleResult};

function judgedRules({controls}: AppState, {assessment}: Open): readonly Judged[] {
	return controls.flatMap(({id, rules}) => {
		const results = assessment.controls.find(control => control.id === id)?.rules ?? [];
		return rules.flatMap(rule => {
			const result = results.find(each => each.id === rule.id);
			return result === undefined ? [] : [{control: id, rule, result}];
		});
	});
}

/** The rules that the file decides or speaks of. */
function shownLines(judged: readonly Judged[], {kind}: ImportedEvidence, width: number): readonly Line[] {
	return judged
		.filter(({rule}) => rule.dependsOn.includes(factOfEvidence[kind]))
		.flatMap(({control, rule, result}) => [
			...paragraph(`${statusWord(result.status)} · ${control} ${rule.title}`, width, {
				indent: 5,
				lead: {...statusSymbol(result.status), text: `   ${statusSymbol(result.status).text}`},
			}),
			...paragraph(result.actual, width, {indent: 5, style: {tone: 'dim'}}),
		]);
}

function doubtLines(state: AppState, open: Open, judged: readonly Judged[], width: number): readonly Line[] {
	const context = ruleContextOf(state, open);
	const lines = judged.flatMap(({control, rule, result}): readonly Line[] => {
		const doubts = logDoubts(rule, result, context);
		return doubts === null
			? []
			: [
					...paragraph(`${control} ${rule.title}, said by ${doubts.word.by}`, width, {
						indent: 5,
						lead: {text: '   ○', tone: 'warn'},
					}),
					...eventWords(doubts).flatMap(words => paragraph(words, width, {indent: 7, style: {tone: 'dim'}})),
				];
	});
	return lines.length === 0 ? dotted(['No word of a person.'], width) : lines;
}

function keptLines(found: ImportedEvidence, width: number): readonly Line[] {
	const hashes =
		found.kind === 'audit_log'
			? `the numbers above and the SHA-256 of the file, ${found.log.sha256.slice(0, 16)}…; no person and no row of it`
			: `these names and days, and the SHA-256 of ${found.certificates.length === 1 ? 'the certificate' : 'each'}, ${found.certificates.map(({fingerprint}) => `${fingerprint.slice(0, 23)}…`).join(' and ')}`;
	return dotted(
		[`In the journal of this session: ${hashes}. At a rule it speaks of, d takes it back.`],
		width,
	);
}

function minuteOf(at: string): string {
	return at.slice(0, 16).replace('T', ' ');
}
