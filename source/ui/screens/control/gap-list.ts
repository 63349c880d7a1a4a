import {hasHiddenCharacters} from '../../../terminal/make-safe.ts';
import type {Attestation, RuleResult} from '../../../types/assessment.ts';
import {column, columnRight, sentenceColumn, widthOf} from '../../lines/fit.ts';
import {dim, type Line} from '../../lines/line.ts';
import {statusSymbol, waivedMark} from '../../lines/marks.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {GapRow} from '../../state/control/gap-rows.ts';
import {findingWords} from '../../state/picking/finding-rows.ts';
import type {Body} from '../frame.ts';
import type {Shown} from './control-frame.ts';
import {type GapColumns, gapColumns} from './gap-columns.ts';
import {openWords} from './open-words.ts';
import {ruleTitle} from './rule-title.ts';

/** How the list of stage Gap is drawn. */
export type GapPlace = {
	readonly shown: Shown;
	readonly rows: readonly GapRow[];
	/** Columns of the list. */
	readonly width: number;
	readonly attestations: readonly Attestation[];
};

type Remembered = {
	readonly width: number;
	readonly attestations: readonly Attestation[];
	readonly starts: readonly number[];
};

const remembered = new WeakMap<readonly GapRow[], Remembered>();

/** Columns before the words of a rule, and before what is there where it stands below them. */
const lead = 5;
const below = 7;

/** The rows as lines, drawn only as far as they are in sight: there may be thousands. A rule takes as many as its words need. */
export function gapBody(place: GapPlace): Body {
	const {rows, shown, width} = place;
	const starts = gapStarts(place);
	const columns = gapColumns(rows, width);
	return {
		length: starts.at(-1) ?? 0,
		slice: (from, to) => {
			const first = Math.max(rowAt(starts, from), 0);
			const last = rowAt(starts, Math.max(to - 1, from));
			const lines = rows.slice(first, last + 1).flatMap((row, index): readonly Line[] => {
				const selected = first + index === shown.screen.row;
				return row.kind === 'rule'
					? ruleLines(place, row.rule, selected)
					: [findingLine(row, selected, width, columns)];
			});
			const skipped = from - (starts[first] ?? 0);
			return lines.slice(skipped, skipped + to - from);
		},
	};
}

/** The first line of each row, and behind the last one how many lines there are. */
export function gapStarts(place: GapPlace): readonly number[] {
	const {rows, width, attestations} = place;
	const known = remembered.get(rows);
	if (known?.width === width && known.attestations === attestations) {
		return known.starts;
	}

	const starts = [0];
	let line = 0;
	for (const row of rows) {
		line += row.kind === 'rule' ? ruleLines(place, row.rule, false).length : 1;
		starts.push(line);
	}

	remembered.set(rows, {width, attestations, starts});
	return starts;
}

/** The row that holds a line; the last one where there are fewer lines. */
function rowAt(starts: readonly number[], line: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if ((starts[middle] ?? 0) <= line) {
			low = middle;
		} else {
			high = middle;
		}
	}

	return low;
}

function pointer(selected: boolean): Line[number] {
	return {text: selected ? ' ❯ ' : '   ', tone: 'accent'};
}

function emphasis(selected: boolean): Pick<Line[number], 'tone' | 'bold'> {
	return selected ? {tone: 'accent', bold: true} : {};
}

/** What is expected and what is there: beside one another where both fit whole, else below. */
function ruleLines({shown, width, attestations}: GapPlace, rule: RuleResult, selected: boolean): Line[] {
	const actual = actualWords(rule, attestations);
	const title = ruleTitle(shown, rule);
	const longest = Math.max(...shown.control.rules.map(each => widthOf(each.title)), 12);
	const start = Math.min(longest, Math.floor(width * 0.58));
	const before: Line = [pointer(selected), statusSymbol(rule.status), {text: ' '}];
	if (widthOf(title) <= start && lead + start + 2 + widthOf(actual) <= width) {
		const beside = actual === '' ? [] : [dim(`  ${actual}`)];
		return [[...before, {text: column(title, start), ...emphasis(selected)}, ...beside]];
	}

	return [
		...paragraph(title, width, {indent: lead, style: emphasis(selected)}).map((line, index) =>
			index === 0 ? [...before, ...line.slice(1)] : line,
		),
		...paragraph(actual, width, {indent: below, style: {tone: 'dim'}}),
	];
}

function findingLine(
	{rule, finding}: Extract<GapRow, {kind: 'finding'}>,
	selected: boolean,
	width: number,
	columns: GapColumns,
): Line {
	const hidden = hasHiddenCharacters(finding.resource.name) ? 'hidden chars' : '';
	return [
		pointer(selected),
		{text: '  '},
		{text: column(finding.resource.name, columns.name), ...emphasis(selected)},
		{text: '  '},
		{
			text: sentenceColumn(
				findingWords(rule, finding),
				Math.max(width - 3 - 2 - columns.name - 2 - columns.hidden, 8),
			),
		},
		{text: columnRight(hidden, columns.hidden), tone: 'warn'},
	];
}

/** What stands beside what is expected, in a few words; of a gap that is accepted for a time, that first. */
function actualWords(rule: RuleResult, attestations: readonly Attestation[]): string {
	const words = thereWords(rule, attestations);
	return rule.waiver === null
		? words
		: [waivedMark(rule.waiver).text, words].filter(part => part !== '').join(' · ');
}

function thereWords(rule: RuleResult, attestations: readonly Attestation[]): string {
	const why = openWords(rule);
	if (why !== null || rule.status === 'manual') {
		return why?.text ?? 'by hand';
	}

	const word = attestations.findLast(each => each.rule === rule.id && each.resource === null);
	return rule.basis === 'attested' && rule.measured !== null && word !== undefined
		? `said by ${word.by}`
		: rule.actual;
}
