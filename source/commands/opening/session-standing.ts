import {assess} from '../../assessment/assess.ts';
import {earlierReading, type KeptChanges, type KeptStanding} from '../../assessment/kept-standing.ts';
import {changesSince, standingOf} from '../../assessment/standing.ts';
import {controls} from '../../controls/index.ts';
import {loadFacts} from '../../session/facts-store.ts';
import type {Assessment} from '../../types/assessment.ts';
import type {Facts} from '../../types/facts.ts';
import {defaultPolicy} from '../../types/policy.ts';
import type {SessionState} from '../../types/session.ts';
import {sessionVerdicts} from './session-verdicts.ts';

type Where = {readonly directory: string; readonly byHand: boolean; readonly now: Date};

/**
What the wizard's page about a session says of it, without any network: judged at `now` by the facts that are kept in
`directory`, by hand by what people said. Never rejects for the state of the disk.
*/
export async function sessionStanding(state: SessionState, where: Where): Promise<KeptStanding> {
	const {byHand, now} = where;
	const verdicts = await sessionVerdicts(state, where);
	if (verdicts.from === 'record') {
		return verdicts;
	}

	const {assessment, facts} = verdicts;
	return {
		from: 'facts',
		assessment,
		...standingOf({
			session: state,
			controls,
			policy: defaultPolicy,
			assessment,
			facts,
			isReadNow: byHand,
			now,
		}),
		changed: byHand ? null : await changesOf(state, {assessment, facts}, where),
	};
}

async function changesOf(
	state: SessionState,
	{assessment, facts}: {readonly assessment: Assessment; readonly facts: Facts},
	{directory, now}: Where,
): Promise<KeptChanges | null> {
	const latest = state.readings.at(-1);
	const earlier = earlierReading(state.readings);
	const before = earlier === null ? null : (await loadFacts(directory, earlier)).facts;
	if (latest === undefined || earlier === null || before === null) {
		return null;
	}

	const judge = (each: Facts): Assessment =>
		each === facts
			? assessment
			: assess({
					facts: each,
					controls,
					profile: state.profile,
					policy: defaultPolicy,
					attestations: state.attestations,
					decisions: state,
					now,
				});
	return {
		since: earlier.at,
		readAt: latest.at,
		changes: changesSince({since: earlier.at, before, after: facts, judge, session: state}),
	};
}
