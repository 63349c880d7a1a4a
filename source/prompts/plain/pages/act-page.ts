import type {Click} from '../../../types/control.ts';
import type {Shown} from '../../../ui/screens/control/control-frame.ts';
import {fillTemplate} from '../../../ui/screens/control/fill-template.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {clicksOf} from '../../../ui/state/selection.ts';
import {numbered, type Page} from '../page.ts';
import {controlPlace, controlText} from './control-text.ts';

/** The clicks one by one; the selected one is told whole. */
export function actPage(state: AppState, shown: Shown): Page {
	const clicks = clicksOf(shown.control);
	const click = clicks[shown.screen.row];
	const isTicked = (id: string): boolean => state.open?.session.ticked.has(id) === true;
	const done = clicks.filter(({id}) => isTicked(id)).length;
	return {
		place: controlPlace(shown),
		text: [
			...controlText(state, shown),
			`${clicks.length} clicks. Ticks alone never change a verdict: a records what you see at the end.`,
		],
		rows: numbered(clicks, each => ({text: `${isTicked(each.id) ? 'done' : 'open'}: ${each.action}`})),
		isListed: false,
		selected: shown.screen.row,
		detail:
			click === undefined
				? []
				: [
						`Click ${shown.screen.row + 1} of ${clicks.length}, ${isTicked(click.id) ? 'done' : 'open'}; ${done} ticked.`,
						...clickText(state, shown, click),
					],
		enter: enterWords(clicks, shown.screen.row, isTicked),
	};
}

/** What an empty answer does on a click: tick it, else go to the next, and after the last one back. */
export function enterOnClick(
	clicks: readonly Click[],
	row: number,
	isTicked: (id: string) => boolean,
): 'tick' | 'next' | 'back' {
	const click = clicks[row];
	if (click !== undefined && !isTicked(click.id)) {
		return 'tick';
	}

	return row < clicks.length - 1 ? 'next' : 'back';
}

function enterWords(clicks: readonly Click[], row: number, isTicked: (id: string) => boolean): string {
	return {
		tick: 'ticks this click as done',
		next: 'goes on to the next click',
		back: 'goes back to the controls',
	}[enterOnClick(clicks, row, isTicked)];
}

const planNames = {growth: 'Growth or higher', enterprise: 'Enterprise'};

function clickText(state: AppState, {control}: Shown, click: Click): readonly string[] {
	const group = control.clickGroups.find(({clicks}) => clicks.includes(click));
	const parts: readonly (readonly [string, string | null])[] = [
		['Part', group === undefined ? null : group.title],
		['Applies', group?.appliesWhen ?? null],
		['Do', click.action],
		['Where', click.path.length === 0 ? null : click.path.join(', then ')],
		['Label', click.label],
		...click.values.map((value): readonly [string, string] => [
			`Enter as ${value.label}`,
			fillTemplate(value.template, state),
		]),
		['Page', click.url],
		['Who', click.role],
		['Plan', click.plan === null ? null : planNames[click.plan]],
		[
			'Careful',
			click.lockOut
				? 'A mistake here can lock people out: read “What can lock people out” in Learn first.'
				: null,
		],
		['Watch out', click.sideEffect],
		['Seen when', click.seenWhen],
		['Undo', click.undo],
		['Also called', click.alsoCalled.length === 0 ? null : click.alsoCalled.join(', ')],
	];
	return parts.flatMap(([label, content]) => (content === null ? [] : [`  ${label}: ${content}`]));
}
