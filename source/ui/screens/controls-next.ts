import {isSettled} from '../../assessment/next-control.ts';
import {nothingNext} from '../../assessment/nothing-next.ts';
import {waitingNow} from '../../assessment/waits.ts';
import {waiverDue} from '../../assessment/waiver-due.ts';
import {whyNext} from '../../assessment/why-next.ts';
import type {ControlResult} from '../../types/assessment.ts';
import type {Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';

/** Rows that Next takes with the reason of its control; with more of them the reason is left to the row in the list. */
const mostRows = 2;

/** What to do next and why, for below the list; nothing while it is being read. */
export function nextLines(state: AppState, open: Open, width: number): readonly Line[] {
	if (open.reading.kind === 'under_way') {
		return [];
	}

	const next = state.controls.find(control => control.id === open.next);
	const result = open.assessment.controls.find(control => control.id === open.next);
	if (next === undefined || result === undefined) {
		return paragraph(settledWords(open), width, {indent: 1});
	}

	const words = `Next: ${next.id} ${next.shortTitle} — ${whyWords(result, open, state.now)}`;
	const whole = paragraph(`${words} (${result.reason}).`, width, {indent: 1});
	return whole.length <= mostRows ? whole : paragraph(`${words}.`, width, {indent: 1});
}

function whyWords(result: ControlResult, {session}: Open, now: Date): string {
	return whyNext(result.id, {
		waits: waitingNow(session.parked, now).has(result.id),
		ends: isSettled(result) ? (waiverDue(result, now)?.expires ?? null) : null,
	});
}

/** That nothing asks for a person, and the ways on from there. */
function settledWords({assessment}: Open): string {
	const level = assessment.profile === 'L3' ? '' : ' l goes on to the next level,';
	return `${nothingNext(assessment.progress)}${level} p writes the report.`;
}

/**
That the answers about the organization are missing, which no read gives and the steps depend on; null once any of them
is there, and where nothing can be recorded.
*/
export function aboutHint({session, readOnly}: Pick<Open, 'session' | 'readOnly'>): string | null {
	const {plan, sso, domains} = session.profile;
	return readOnly === null && plan === null && sso === null && domains.length === 0
		? 'A answers plan and SSO, which shape the steps you see.'
		: null;
}
