import {decidedWords} from '../assessment/decided-words.ts';
import {nextSitting} from '../assessment/remaining-time.ts';
import {inOrder, isOver, waitingNow} from '../assessment/waits.ts';
import {aboutMinutes} from '../controls/time-text.ts';
import {doneSince} from './done-since.ts';
import {overWords} from './screens/wait-words.ts';
import type {AppState, Open} from './state/app-state.ts';
import {policyWords} from './state/places/policy-news.ts';

/** Most waits that are named; the page for whoever comes back names them all. */
const mostWaits = 3;

/**
What stays in the scrollback after the wizard: what was done, what waits for whom until when, how long the next sitting
takes and how to come back, by the `command` that started it. Plain lines without colour.
*/
export function exitSummary(state: AppState, stateDirectory: string, command: string): readonly string[] {
	const open = state.open ?? state.left;
	if (open === null) {
		return ['Nothing was read or changed.', `Start again with: ${command}`];
	}

	const {assessment, readOnly} = open;
	const policy = policyWords(state);
	const score = assessment.summary.score === null ? '' : `, score ${assessment.summary.score.toFixed(2)}`;
	return [
		`${open.label}${open.target.kind === 'simulated' ? ' · TRAINING' : ''}`,
		`  Level ${assessment.profile}: ${decidedWords(assessment.progress)}${score}${ageWords(open)}.`,
		...(policy === null ? [] : [`  ${policy}.`]),
		...(readOnly === null ? [`  Done now: ${doneWords(open)}.`] : []),
		...failing(open),
		...waiting(open, state.now),
		...next(state, open),
		...state.saved.slice(-2).map(path => `  Saved: ${path}`),
		...(open.session.report === null
			? []
			: [`  Report of ${open.session.report.at.slice(0, 10)}: ${open.session.report.path}`]),
		readOnly === null
			? `  Saved in ${stateDirectory}. Go on with: ${command}`
			: `  Nothing was recorded: ${readOnly}`,
	];
}

function doneWords({found, session}: Open): string {
	const done = doneSince(found, session);
	return done.length === 0 ? 'nothing was decided or changed' : done.join(', ');
}

/** Verdicts that rest on an earlier reading say so here as well. */
function ageWords({reading}: Open): string {
	return reading.kind === 'last_known' ? `, as last read on ${reading.at.toISOString().slice(0, 10)}` : '';
}

function failing({assessment}: Open): readonly string[] {
	const ids = assessment.controls
		.filter(({inProfile, status}) => inProfile && status === 'fail')
		.map(({id}) => id);
	return ids.length === 0 ? [] : [`  Failing: ${ids.join(', ')}`];
}

function waiting({session}: Open, now: Date): readonly string[] {
	const waits = inOrder(session.parked);
	const more = waits.length - mostWaits;
	return [
		...waits.slice(0, mostWaits).map(wait => {
			const until =
				wait.until === null
					? ''
					: isOver(wait, now)
						? `, ${overWords(wait.until, now)}`
						: ` until ${wait.until}`;
			return `  Waiting: ${wait.click ?? wait.control} for ${wait.waitingFor}${until}`;
		}),
		...(more > 0 ? [`  Waiting: ${more} more`] : []),
	];
}

function next(state: AppState, {assessment, session}: Open): readonly string[] {
	const {now} = state;
	const sitting = nextSitting(assessment, state.controls, session.ticked, {
		now,
		waiting: waitingNow(session.parked, now),
	});
	return sitting === null
		? []
		: [`  Next: ${sitting.controls.join(', ')}, ${aboutMinutes(sitting.minutes)}.`];
}
