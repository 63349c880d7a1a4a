import {assess} from '../../assessment/assess.ts';
import {nextControl} from '../../assessment/next-control.ts';
import {waitingNow} from '../../assessment/waits.ts';
import type {Control} from '../../types/control.ts';
import type {Policy} from '../../types/policy.ts';
import type {Open} from './app-state.ts';

/** `open` with the verdicts that follow from its facts and its session at `now`. */
export function judge(
	open: Omit<Open, 'assessment' | 'next'>,
	context: {readonly controls: readonly Control[]; readonly policy: Policy; readonly now: Date},
): Open {
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
	return {...open, assessment, next: nextControl(assessment, waitingNow(open.session.parked, context.now))};
}
