import {mayDo} from '../../../assessment/may-do.ts';
import {isOver} from '../../../assessment/waits.ts';
import type {Click} from '../../../types/control.ts';
import {unansweredProfile} from '../../../types/profile.ts';
import type {Shown} from '../../../ui/screens/control/control-frame.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {valuesOf} from '../../../ui/state/control/selected-values.ts';
import {proofsOf, waitOf} from '../../../ui/state/forms/begin-click-form.ts';

const planNames = {growth: 'Growth or higher', enterprise: 'Enterprise'};

/** All of a click in words, one line each. */
export function clickText(state: AppState, {control}: Shown, click: Click): readonly string[] {
	const group = control.clickGroups.find(({clicks}) => clicks.includes(click));
	const {idp, values} = valuesOf(click, control, state);
	const profile = state.open?.session.profile ?? unansweredProfile;
	const may = mayDo(click, profile);
	const isRoleSaid = may.kind !== 'perhaps' || profile.role !== null;
	const parts: readonly (readonly [string, string | null])[] = [
		['Part', group === undefined ? null : group.title],
		['Applies', group?.appliesWhen ?? null],
		['Do', click.action],
		...standing(state, click),
		['Where', click.path.length === 0 ? null : click.path.join(', then ')],
		['Label', click.label],
		...values.map(({label, value, note, named}): readonly [string, string] => [
			`Enter as ${label}${idp === null ? '' : `, in ${idp}`}`,
			[value, note, ...named.map(each => `${each.idp} calls it ${each.name}`)]
				.filter(part => part !== null)
				.join('. '),
		]),
		['Page', click.url],
		[
			'Who',
			`${click.role}${may.kind === 'elsewhere' ? '' : ` (you: ${may.why}${isRoleSaid ? '' : ', A says it'})`}`,
		],
		['Plan', click.plan === null ? null : planNames[click.plan]],
		['Watch out', click.sideEffect],
		['Seen when', click.seenWhen],
		['Undo', click.undo],
		['Also called', click.alsoCalled.length === 0 ? null : click.alsoCalled.join(', ')],
	];
	return parts.flatMap(([label, content]) => (content === null ? [] : [`  ${label}: ${content}`]));
}

/** What is recorded of a click, and what should stand before it. */
function standing({open, now}: AppState, click: Click): readonly (readonly [string, string])[] {
	if (open === null) {
		return [];
	}

	const wait = waitOf(click, open);
	return [
		...(wait === null
			? []
			: [
					[
						'Waits',
						`for ${wait.waitingFor}${wait.what === '' ? '' : `: ${wait.what}`}, since ${wait.at.slice(0, 10)}${wait.until === null ? '' : isOver(wait, now) ? `; the wait is over since ${wait.until}` : `, until ${wait.until}`}`,
					] as const,
				]),
		...open.session.discrepancies
			.filter(each => each.click === click.id)
			.map(({seen, by}) => ['Differs', `${seen}, said by ${by}`] as const),
		...(click.lockOut
			? [
					[
						'Careful',
						'This can lock people out. s shows the rescue sheet, v says what you made sure of.',
					] as const,
				]
			: []),
		...proofsOf(click, open, now).map(
			({statement, standing: {kind}}) =>
				[
					'Before it',
					`${statement} ${kind === 'open' ? 'Open.' : kind === 'read' ? 'Read.' : 'Made sure.'}`,
				] as const,
		),
	];
}
