import {keyOf} from '../../../assessment/resource-key.ts';
import {hasHiddenCharacters} from '../../../terminal/make-safe.ts';
import {shownId} from '../../../terminal/shown-id.ts';
import type {Attestation, RuleResult} from '../../../types/assessment.ts';
import type {Finding} from '../../../types/rule.ts';
import {column, columnRight, sentenceColumn, widthOf} from '../../lines/fit.ts';
import {blank, dim, type Line} from '../../lines/line.ts';
import {statusSymbol} from '../../lines/marks.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import type {GapRow} from '../../state/control/gap-rows.ts';
import {shownGapRows} from '../../state/control/selection.ts';
import {exemptionWords, findingWords} from '../../state/picking/finding-rows.ts';
import {textOf} from '../../state/text-field.ts';
import type {Body, Frame} from '../frame.ts';
import {lastPart, paneWidths} from '../lay-out.ts';
import {ruleDetail} from './check.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {type GapColumns, gapColumns} from './gap-columns.ts';
import {nearMissLines} from './near-miss-lines.ts';
import {openWords} from './open-words.ts';
import {policyLines} from './policy-lines.ts';
import {ruleTitle} from './rule-title.ts';

/** Stage Gap: what is expected beside what is there, with the findings one by one. */
export function gapFrame(state: AppState, shown: Shown): Frame {
	const {screen} = shown;
	const rows = shownGapRows(shown);
	const widths = paneWidths(state.columns);
	const filter = filterLines(shown);
	const row = rows[screen.row];
	const attestations = state.open?.session.attestations ?? [];
	return {
		heading: [...controlHeading(state, shown), ...filter],
		body:
			rows.length === 0
				? [[{text: '   No row holds these words. Esc shows all.'}]]
				: bodyOf(shown, rows, widths.list, attestations),
		view: {kind: 'focus', from: screen.row, to: screen.row + 1},
		detail: row === undefined ? [blank] : lastPart(detailOf(state, shown, row, widths.detail), screen.past),
		cursor: null,
	};
}

/** The rows as lines, drawn only as far as they are in sight: there may be thousands. */
function bodyOf(
	shown: Shown,
	rows: readonly GapRow[],
	width: number,
	attestations: readonly Attestation[],
): Body {
	const columns = gapColumns(rows, width);
	return {
		length: rows.length,
		slice: (from, to) =>
			rows.slice(from, to).map((row, index) =>
				gapLine(shown, row, {
					selected: from + index === shown.screen.row,
					width,
					columns,
					attestations,
				}),
			),
	};
}

function filterLines(shown: Shown): readonly Line[] {
	const {filter, filtering} = shown.screen;
	return filter === null
		? []
		: [
				[
					{text: ' / ', tone: 'accent'},
					{text: textOf(filter)},
					...(filtering ? [{text: ' ', inverse: true}] : []),
				],
			];
}

function gapLine(
	shown: Shown,
	row: GapRow,
	place: {
		readonly selected: boolean;
		readonly width: number;
		readonly columns: GapColumns;
		readonly attestations: readonly Attestation[];
	},
): Line {
	const {selected, width, columns, attestations} = place;
	const pointer = {text: selected ? ' ❯ ' : '   ', tone: 'accent'} as const;
	const emphasis = selected ? ({tone: 'accent', bold: true} as const) : {};
	if (row.kind === 'rule') {
		const actual = actualWords(row.rule, attestations);
		const title = ruleTitle(shown, row.rule);
		const titleWidth = Math.min(
			Math.max(...shown.control.rules.map(rule => widthOf(rule.title)), 12),
			Math.floor(width * 0.58),
		);
		return [
			pointer,
			statusSymbol(row.rule.status),
			{text: ` ${sentenceColumn(title, titleWidth)}`, ...emphasis},
			dim(`  ${sentenceColumn(actual, Math.max(width - 7 - titleWidth, 8))}`.trimEnd()),
		];
	}

	const {finding} = row;
	const hidden = hasHiddenCharacters(finding.resource.name) ? 'hidden chars' : '';
	return [
		pointer,
		{text: '  '},
		{text: column(finding.resource.name, columns.name), ...emphasis},
		{text: '  '},
		{
			text: sentenceColumn(
				findingWords(row.rule, finding),
				Math.max(width - 3 - 2 - columns.name - 2 - columns.hidden, 8),
			),
		},
		{text: columnRight(hidden, columns.hidden), tone: 'warn'},
	];
}

/** What stands beside what is expected, in a few words. */
function actualWords(rule: RuleResult, attestations: readonly Attestation[]): string {
	const why = openWords(rule);
	if (why !== null || rule.status === 'manual') {
		return why?.text ?? 'by hand';
	}

	const word = attestations.findLast(each => each.rule === rule.id && each.resource === null);
	return rule.basis === 'attested' && rule.measured !== null && word !== undefined
		? `said by ${word.by}`
		: rule.actual;
}

function detailOf(state: AppState, shown: Shown, row: GapRow, width: number): readonly Line[] {
	if (row.kind === 'rule') {
		return ruleDetail(state, shown, row.rule, width);
	}

	const {finding, rule} = row;
	const exempted = exemptionWords(rule, finding);
	return [
		...paragraph(finding.resource.name, width, {indent: 1, style: {bold: true}}),
		...(exempted === null
			? []
			: paragraph(`${exempted}. ${takingBack(state, rule, finding)}`, width, {indent: 1})),
		[dim(` ${finding.resource.type.replaceAll('_', ' ')} ${shownId(finding.resource.id)}`)],
		...paragraph(`${finding.message}; expected: ${rule.expected}`, width, {indent: 1}),
		...(hasHiddenCharacters(finding.resource.name)
			? paragraph('Its name holds characters that do not show; they stand here as tokens.', width, {
					indent: 1,
					style: {tone: 'warn'},
				})
			: []),
		...policyLines(state, rule, width),
		...nearMissLines(state, rule, finding, width),
		...mendingWords(shown, finding, rule.id).flatMap(words =>
			paragraph(words, width, {indent: 1, style: {tone: 'dim'}}),
		),
	];
}

/** What stands in a file is taken out of it there. */
function takingBack(
	{open}: AppState,
	rule: Pick<RuleResult, 'id'>,
	{resource}: Pick<Finding, 'resource'>,
): string {
	const isOwn = open?.session.exemptions.some(
		exemption => exemption.rule === rule.id && keyOf(exemption.resource) === keyOf(resource),
	);
	return isOwn === true ? 'd takes it back.' : 'It stands in the policy.';
}

/** How a finding is mended: from here, or by which clicks. */
function mendingWords({control}: Shown, {remediation}: Finding, rule: string): readonly string[] {
	switch (remediation?.kind) {
		case 'api': {
			const clicks = control.rules.find(({id}) => id === rule)?.clicks ?? [];
			const byHand = clicks.length === 0 ? '' : ` Or by clicks ${clicks.join(', ')}: press s.`;
			return [`Mended through the API: press f.${byHand}`];
		}

		case 'clicks': {
			return [`Mended by clicks ${remediation.steps.join(', ')}: press s.`];
		}

		default: {
			return [];
		}
	}
}
