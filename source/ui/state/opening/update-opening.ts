import {importedFacts} from '../../../assessment/imported-facts.ts';
import {sinceOf} from '../../../assessment/in-doubt.ts';
import {wasBegun} from '../../../assessment/was-begun.ts';
import type {TimedEvent} from '../app-event.ts';
import type {AppState, Open, Screen} from '../app-state.ts';
import {judge} from '../judge.ts';
import {startScreen} from '../start-screen.ts';
import {type Step, stay} from '../step.ts';
import {withOpen} from '../with-open.ts';
import {lastKnown} from './last-known.ts';
import {resume} from './resume.ts';

type OpeningEvent = Extract<
	TimedEvent,
	{type: 'opened' | 'knowledge_recalled' | 'open_failed' | 'unconnected' | 'reached'}
>;

/** What comes of opening an organization. */
export function updateOpening(state: AppState, event: OpeningEvent): Step {
	switch (event.type) {
		case 'opened': {
			return opened(state, event);
		}

		case 'knowledge_recalled': {
			return stay(
				withOpen(state, open => judge({...open, knowledge: [...event.knowledge, ...open.knowledge]}, state)),
			);
		}

		case 'open_failed': {
			const row = state.screen.kind === 'start' ? state.screen.row : 0;
			return stay({...state, open: null, screen: {...startScreen, row}, behind: [], message: event.what});
		}

		case 'unconnected': {
			const screen: Screen = state.screen.kind === 'start' ? {...state.screen, opening: null} : startScreen;
			return stay({
				...state,
				screen: {kind: 'reconnect', row: 0, session: event.session},
				behind: [screen],
			});
		}

		case 'reached': {
			return stay(
				withOpen({...state, message: event.notice ?? state.message}, open =>
					judge({...open, session: event.session, canChange: event.canChange, offline: null}, state),
				),
			);
		}
	}
}

function opened(state: AppState, event: Extract<OpeningEvent, {type: 'opened'}>): Step {
	const {target, label, session, readOnly, canMend, canChange, before, offline, notice} = event;
	const unread: Omit<Open, 'assessment' | 'next' | 'judgedAt'> = {
		target,
		label,
		session,
		found: event.leftAt === undefined ? session : {...session, lastAt: event.leftAt},
		readOnly,
		canMend,
		canChange,
		before,
		knowledge: before === null ? [] : [sinceOf(before.facts, before.at)],
		earlier: null,
		offline,
		facts: importedFacts(session.evidence),
		imported: importedFacts(session.evidence),
		reading: {kind: 'never'},
	};
	const open = judge(
		offline === null || before === null ? unread : lastKnown(unread, before, offline.why),
		state,
	);
	const arrived: AppState = {...state, open, sorted: null, message: notice, ...arrival(state, event)};
	return {
		state: arrived,
		effects: target.kind === 'byHand' || offline !== null ? [] : [{type: 'read'}],
	};
}

/** Where a session begins: exactly where it was left, behind the page for whoever comes back to something. */
function arrival(
	state: AppState,
	{session}: Extract<OpeningEvent, {type: 'opened'}>,
): Pick<AppState, 'screen' | 'behind'> {
	const left = resume(session, state);
	// A session that is open already was only mended: whoever has not gone on from the page stays on it.
	const isWelcome = state.open === null ? wasBegun(session) : state.screen.kind === 'news';
	return isWelcome
		? {screen: {kind: 'news', row: 0, welcome: true}, behind: [...left.behind, left.screen]}
		: left;
}
