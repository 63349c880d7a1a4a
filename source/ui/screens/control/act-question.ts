import type {RuleResult} from '../../../types/assessment.ts';
import type {Rule} from '../../../types/rule.ts';
import {column, fitEnd, justify} from '../../lines/fit.ts';
import {dim, type Line, type Span} from '../../lines/line.ts';
import {ruleBasisMark, statusMark, waivedMark} from '../../lines/marks.ts';
import {quotedWord} from '../../lines/quoted-word.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {Open} from '../../state/app-state.ts';
import {isRead} from '../../state/control/instead-of-attesting.ts';
import {restsOnFiles} from '../../state/opening/last-read.ts';
import type {Shown} from './control-frame.ts';

const lead = 15;

/** `lastRead`: how long ago the facts were read, where they were not read now. */
type Asked = {readonly open: Open; readonly lastRead: string | null};

/** The rule that the clicks serve, with its verdict as it stands. */
export function questionRow(
	{open, lastRead}: Asked,
	{result}: Shown,
	rule: Rule,
	place: {readonly selected: boolean; readonly width: number},
): Line {
	const {selected, width} = place;
	const known = resultOf(rule, result.rules);
	const basis = standing(rule, {open, lastRead}, known);
	return justify(
		[
			...before(known, selected),
			{
				text: fitEnd(rule.title, Math.max(width - lead - basis.text.length - 1, 8)),
				...(selected ? {bold: true, tone: 'accent'} : {}),
			},
		],
		[basis],
		width,
	);
}

/** The rule's own question, what is known, and how to answer. */
export function questionDetail(
	{open, lastRead, after}: Asked & {readonly after: string | null},
	{result}: Shown,
	rule: Rule,
	width: number,
	isRow: boolean,
): readonly Line[] {
	const known = resultOf(rule, result.rules);
	const indent = isRow ? lead : 1;
	const word = open.session.attestations.findLast(each => each.rule === rule.id);
	const wasRead = known !== undefined && isRead(known);
	const [first, ...rest] = paragraph(rule.title, width, {indent, style: {bold: true}});
	const head: readonly Line[] =
		isRow && first !== undefined
			? [[...before(known, true), ...first.slice(1)], ...rest]
			: [first ?? [], ...rest];
	return [
		...head,
		...paragraph(rule.question, width, {indent, style: {tone: 'info'}}),
		...(word === undefined
			? paragraph(known?.reason ?? '', width, {indent})
			: paragraph(quotedWord(word), width, {indent, style: {italic: true}})),
		...paragraph(after ?? nextWords(), width, {indent, style: {tone: after === null ? 'dim' : 'warn'}}),
	];

	function nextWords(): string {
		if (wasRead) {
			return restsOnFiles(known)
				? 'Read from a file: i imports another one.'
				: `Read from Mixpanel${lastRead === null ? '' : ` ${lastRead}`}: r reads it again.`;
		}

		return word === undefined ? 'enter: answer, in your own words.' : 'enter: answer again.';
	}
}

/** How a verdict is known, unless its gap is accepted: that is what is left to know. */
function standing(rule: Rule, {open, lastRead}: Asked, known: RuleResult | undefined): Span {
	if (known === undefined) {
		return dim('');
	}

	return known.waiver === null
		? ruleBasisMark(known, saidBy(rule, open), lastRead)
		: {...waivedMark(known.waiver), text: 'waived'};
}

function before(known: RuleResult | undefined, selected: boolean): readonly Span[] {
	const mark = known === undefined ? dim('') : statusMark(known.status);
	return [
		{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
		{...mark, text: column(mark.text, lead - 3)},
	];
}

function resultOf(rule: Rule, results: readonly RuleResult[]): RuleResult | undefined {
	return results.find(({id}) => id === rule.id);
}

function saidBy(rule: Rule, {session}: Open): string | null {
	return session.attestations.findLast(each => each.rule === rule.id)?.by ?? null;
}
