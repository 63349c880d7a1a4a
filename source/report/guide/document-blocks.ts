import type {Control} from '../../types/control.ts';
import type {ComplianceRow, GuideDocument} from '../../types/guide.ts';
import {type Block, detail, type Entry, entry, group, heading, list, paragraph} from './block.ts';
import {incidentBlocks} from './incident-blocks.ts';
import {correctionTitle} from './words.ts';

/** How far the guide can be relied on, always shown first. */
export function statusBlocks({
	title,
	version,
	maturity,
	badge,
	updated,
	subject,
}: GuideDocument): readonly Block[] {
	return [
		heading(1, title),
		paragraph(`[${badge}] version ${version}, ${maturity}, last updated ${updated}`),
		paragraph(subject),
	];
}

/** What comes before the controls. */
export function openingBlocks(document: GuideDocument, controls: readonly Control[]): readonly Block[] {
	return [
		...group(2, 'Contents', [contents(document, controls)]),
		...group(2, 'Overview', [paragraph(document.overview)]),
		...group(2, 'Intended audience', [list(document.audience)]),
		...group(2, 'Levels', [
			{kind: 'entries', entries: document.levels.map(({id, name, text}) => entry(id, `${name}: ${text}`))},
			paragraph(document.levelsNote),
		]),
		...group(2, 'Scope', [paragraph(document.scope)]),
	];
}

/** What comes after the controls: section 5, the appendix, and what we add. */
export function closingBlocks(document: GuideDocument): readonly Block[] {
	const {compliance, references, corrections, extras, unproven, changelog, contributing, sections} = document;
	const quickReference = sections.find(({number}) => number === 5)?.title ?? '';
	return [
		heading(2, `5 ${quickReference}`),
		...group(3, 'SOC 2 Trust Services Criteria', [{kind: 'entries', entries: compliance.soc2.map(row)}]),
		...group(3, 'NIST 800-53 Rev 5', [{kind: 'entries', entries: compliance.nist80053.map(row)}]),
		paragraph(compliance.leftOut),
		heading(2, 'Appendix A: References'),
		...references.flatMap(({title, items}) =>
			group(3, title, [list(items.map(({text, url}) => (url === null ? text : `${text}: ${url}`)))]),
		),
		...incidentBlocks(document.incident),
		...group(2, 'Corrections outside the controls', [
			{
				kind: 'entries',
				entries: corrections.map(({id, line, kind, truth, source}) =>
					entry(id, `${capital(correctionTitle({kind}, line ?? 'the guide'))}. ${truth}`, [
						detail('Source', source),
					]),
				),
			},
		]),
		...group(2, 'Beyond the guide', [
			paragraph('Options the guide misses. They are advice and never change the score.'),
			{
				kind: 'entries',
				entries: extras.map(({id, title, why, where, plan}) =>
					entry(id, `${title}. ${why}`, [detail('Where', where), detail('Plan', plan)]),
				),
			},
		]),
		...group(2, 'What only a live organization can settle', [list(unproven)]),
		...group(2, 'Changelog', [
			list(
				changelog.map(
					({date, version, maturity, changes, author}) =>
						`${date} · ${version} · ${maturity} · ${changes} · ${author}`,
				),
			),
		]),
		...group(2, 'Contributing', [paragraph(contributing)]),
	];
}

function contents({sections}: GuideDocument, controls: readonly Control[]): Block {
	return {
		kind: 'list',
		items: [
			...sections.flatMap(({number, title}) => [
				{text: `${number} ${title}`, depth: 0 as const},
				...controls
					.filter(({section}) => section === title)
					.map(control => ({text: `${control.id} ${control.title} (${control.level})`, depth: 1 as const})),
			]),
			{text: 'Appendix A: References', depth: 0},
			{text: 'Added by us: the incident, corrections, beyond the guide, open questions', depth: 0},
			{text: 'Changelog, Contributing', depth: 0},
		],
	};
}

function row({
	framework,
	title,
	printedControl,
	guideSection,
	suggestedSections,
	judgement,
}: ComplianceRow): Entry {
	return entry(framework, title, [
		detail('As printed', `${printedControl}, ${guideSection}`),
		detail('Suggested', suggestedSections.join(', ')),
		detail('Judgement', judgement),
	]);
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
