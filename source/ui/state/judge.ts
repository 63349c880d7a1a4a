import {assess} from '../../assessment/assess.ts';
import {nextControl} from '../../assessment/next-control.ts';
import {waitingNow} from '../../assessment/waits.ts';
import type {Assessment} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import type {Policy} from '../../types/policy.ts';
import type {SessionState} from '../../types/session.ts';
import type {Open} from './app-state.ts';
import {factOfEvidence} from './forms/fact-of-evidence.ts';

type JudgeContext = {readonly controls: readonly Control[]; readonly policy: Policy; readonly now: Date};

/** How long verdicts stand while nothing they follow from has changed, milliseconds: their terms are counted in days. */
const standing = 60_000;

/**
`open` with a session that has gone on. The verdicts are kept, not found anew, when only a place, a tick, a note or
the like was recorded: in an organization with thousands of findings that would hold up every key.
*/
export function goOnWith(session: SessionState, before: Open, context: JudgeContext): Open {
	const open = withoutWithdrawn(session, before);
	const isKept =
		context.now.getTime() - open.judgedAt.getTime() < standing &&
		session.profile === open.session.profile &&
		words.every(kind => hasSame(session[kind], open.session[kind]));
	return isKept
		? {...open, session, next: nextOf(open.assessment, session, context.now)}
		: judge({...open, session}, context);
}

function nextOf(assessment: Assessment, session: SessionState, now: Date): Open['next'] {
	return nextControl(assessment, now, waitingNow(session.parked, now));
}

/** A file that was taken back as evidence gives no fact any more. */
function withoutWithdrawn({evidence}: SessionState, open: Open): Open {
	let left = open;
	for (const {kind} of open.session.evidence) {
		if (evidence.every(each => each.kind !== kind)) {
			const name = factOfEvidence[kind];
			const {[name]: _, ...facts} = left.facts;
			const {[name]: __, ...imported} = left.imported;
			left = {...left, facts, imported};
		}
	}

	return left;
}

/** What people said that verdicts follow from. A session that goes on keeps each word as it is. */
const words = ['attestations', 'waivers', 'exemptions', 'register', 'confirmations', 'evidence'] as const;

function hasSame(some: readonly unknown[], others: readonly unknown[]): boolean {
	return some.length === others.length && some.every((word, index) => word === others[index]);
}

/** `open` with the verdicts that follow from its facts and its session at `now`. */
export function judge(open: Omit<Open, 'assessment' | 'next' | 'judgedAt'>, context: JudgeContext): Open {
	const assessment = assess({
		facts: open.facts,
		controls: context.controls,
		profile: open.session.profile,
		policy: context.policy,
		attestations: open.session.attestations,
		decisions: open.session,
		since: open.knowledge,
		now: context.now,
	});
	return {...open, assessment, next: nextOf(assessment, open.session, context.now), judgedAt: context.now};
}
