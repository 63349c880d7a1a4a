import {count} from '../controls/rule-kinds/count.ts';
import type {ControlResult} from '../types/assessment.ts';
import type {Control} from '../types/control.ts';
import type {AppState} from './state/app-state.ts';

/**
What stays in the scrollback after the wizard: what is decided, what is open, how long the next step takes and how
to come back, by the `command` that started it. Plain lines without colour.
*/
export function exitSummary(state: AppState, stateDirectory: string, command: string): readonly string[] {
	const {open} = state;
	if (open === null) {
		return ['Nothing was read or changed.', `Start again with: ${command}`];
	}

	const {assessment} = open;
	const inProfile = assessment.controls.filter(control => control.inProfile);
	const next = state.controls.find(control => control.id === open.next);
	const score = assessment.summary.score === null ? '' : `, score ${assessment.summary.score.toFixed(2)}`;
	return [
		`${open.label}${open.target.kind === 'simulated' ? ' · TRAINING' : ''}`,
		`  Level ${assessment.profile}: ${assessment.progress.decided} of ${count(assessment.progress.of, 'rule')} decided${score}.`,
		...row(
			'Passed',
			inProfile.filter(control => control.status === 'pass'),
		),
		...row(
			'Failing',
			inProfile.filter(control => control.status === 'fail'),
		),
		...row(
			'For you to look at',
			inProfile.filter(control => control.status === 'manual'),
		),
		...row(
			'Could not be read',
			inProfile.filter(control => control.status === 'unknown'),
		),
		...(next === undefined ? [] : [`  Next: ${next.id} ${next.shortTitle}, ${timeWords(next)}.`]),
		...(open.session.report === null
			? []
			: [`  Report of ${open.session.report.at.slice(0, 10)}: ${open.session.report.path}`]),
		open.readOnly === null
			? `  Saved in ${stateDirectory}. Go on with: ${command}`
			: `  Nothing was recorded: ${open.readOnly}`,
	];
}

function row(label: string, controls: readonly ControlResult[]): readonly string[] {
	return controls.length === 0 ? [] : [`  ${label}: ${controls.map(control => control.id).join(', ')}`];
}

function timeWords(control: Control): string {
	return `about ${control.time.text}${control.time.source === 'guide' ? ' by the guide' : ''}`;
}
