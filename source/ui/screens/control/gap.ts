import {keyOf} from '../../../assessment/resource-key.ts';
import {hasHiddenCharacters} from '../../../terminal/make-safe.ts';
import {shownId} from '../../../terminal/shown-id.ts';
import type {Attestation, RuleResult} from '../../../types/assessment.ts';
import type {Control} from '../../../types/control.ts';
import type {Finding} from '../../../types/rule.ts';
import {blank, dim, type Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import {clickName} from '../../state/control/click-words.ts';
import type {GapRow} from '../../state/control/gap-rows.ts';
import {clicksOf, shownGapRows} from '../../state/control/selection.ts';
import {exemptionWords} from '../../state/picking/finding-rows.ts';
import {textOf} from '../../state/text-field.ts';
import type {Frame} from '../frame.ts';
import {lastPart, paneWidths} from '../lay-out.ts';
import {ruleDetail} from './check.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {type GapPlace, gapBody, gapStarts} from './gap-list.ts';
import {nearMissLines} from './near-miss-lines.ts';
import {policyLines} from './policy-lines.ts';
import {stageLine} from './stage-words.ts';

/** Stage Gap: what is expected beside what is there, with the findings one by one. */
export function gapFrame(state: AppState, shown: Shown): Frame {
	const {screen} = shown;
	const rows = shownGapRows(shown);
	const widths = paneWidths(state.columns);
	const filter = filterLines(shown);
	const row = rows[screen.row];
	const place = gapPlace(state, shown);
	const starts = gapStarts(place);
	return {
		heading: [...controlHeading(state, shown), ...filter],
		lead: stageLine(state, shown),
		body: rows.length === 0 ? [[{text: '   No row holds these words. Esc shows all.'}]] : gapBody(place),
		view: {kind: 'focus', from: starts[screen.row] ?? 0, to: starts[screen.row + 1] ?? 1},
		detail: row === undefined ? [blank] : lastPart(detailOf(state, shown, row, widths.detail), screen.past),
		cursor: null,
	};
}

const noWords: readonly Attestation[] = [];

/** What the list of the gap is drawn from. */
export function gapPlace(state: AppState, shown: Shown): GapPlace {
	return {
		shown,
		rows: shownGapRows(shown),
		width: paneWidths(state.columns).list,
		attestations: state.open?.session.attestations ?? noWords,
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
			const byHand = clicks.length === 0 ? '' : ` Or in Act (s) by ${stepsWords(control, clicks)}.`;
			return [`Mended through the API: press f.${byHand}`];
		}

		case 'clicks': {
			return [`Mended in Act (s) by ${stepsWords(control, remediation.steps)}.`];
		}

		default: {
			return [];
		}
	}
}

/** Clicks by their number in Act and their words. */
function stepsWords(control: Control, ids: readonly string[]): string {
	const clicks = clicksOf(control);
	return ids
		.flatMap(id => {
			const at = clicks.findIndex(click => click.id === id);
			const click = clicks[at];
			return click === undefined ? [] : [`step ${at + 1} ${clickName(click)}`];
		})
		.join(', ');
}
