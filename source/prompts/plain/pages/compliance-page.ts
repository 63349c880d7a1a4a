import type {ComplianceView, LiveSection} from '../../../report/compliance-rows.ts';
import {basisMark, waivedMark} from '../../../ui/lines/marks.ts';
import {frameworks} from '../../../ui/screens/places/compliance.ts';
import {waiverOver} from '../../../ui/screens/waiver-over.ts';
import type {AppState, Open} from '../../../ui/state/app-state.ts';
import {lastRead} from '../../../ui/state/opening/last-read.ts';
import {complianceRowsOf} from '../../../ui/state/places/compliance-rows-of.ts';
import {numbered, type Page} from '../page.ts';
import {listed, statusWords, targetWords} from '../words.ts';

/** Section 5: each reference with the controls as the guide prints them and as we suggest them, and their verdicts. */
export function compliancePage(state: AppState, open: Open, row: number): Page {
	const views = complianceRowsOf(state);
	const selected = views[row];
	return {
		place: '5 Compliance',
		text: [
			`5 Compliance quick reference, ${targetWords[open.target.kind]}`,
			state.reference.compliance.leftOut,
		],
		rows: numbered(views, view => ({
			text: `${view.id} ${view.title}`,
			titles:
				view === views.find(({framework}) => framework === view.framework)
					? [frameworks[view.framework]]
					: [],
		})),
		isListed: true,
		selected: row,
		detail: selected === undefined ? [] : detailOf(selected, row, open, lastRead(open, state)),
		enter: `opens the control behind ${selected?.id ?? 'it'}`,
	};
}

function detailOf(view: ComplianceView, row: number, open: Open, read: string | null): readonly string[] {
	return [
		`Selected: ${row + 1}, ${view.id} ${view.title}`,
		`  As printed: ${sections(view.printed, open, read)}`,
		`  Suggested: ${sections(view.suggested, open, read)}`,
		`  ${view.judgement}`,
		...(view.printedControl === null ? [] : [`  The guide calls it “${view.printedControl}”.`]),
	];
}

function sections(views: readonly LiveSection[], open: Open, read: string | null): string {
	return views.length === 0 ? 'no control' : views.map(view => standing(view, open, read)).join('; ');
}

function standing(
	{section, title, status, basis, inProfile}: LiveSection,
	{assessment}: Open,
	read: string | null,
): string {
	const result = assessment.controls.find(({id}) => id === section);
	const waiver = result === undefined ? null : waiverOver(result);
	const verdict =
		status === null || !inProfile
			? 'not in your level'
			: listed([
					statusWords[status],
					basisMark(basis, null, read).text,
					waiver === null ? null : waivedMark(waiver).text,
				]);
	return `${section} ${title ?? ''}: ${verdict}`;
}
