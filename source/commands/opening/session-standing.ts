import {assess} from '../../assessment/assess.ts';
import {earlierReading, type KeptChanges, type KeptStanding} from '../../assessment/kept-standing.ts';
import {changesSince, standingOf} from '../../assessment/standing.ts';
import {controls} from '../../controls/index.ts';
import {loadFacts} from '../../session/facts-store.ts';
import type {Assessment} from '../../types/assessment.ts';
import type {Facts} from '../../types/facts.ts';
import type {SessionState} from '../../types/session.ts';
import {sessionVerdicts, type VerdictsOf} from './session-verdicts.ts';

/**
What the wizard's page about a session says of it, without any network: judged at `now` by the facts that are kept in
`directory`, by hand by what people said. Never rejects for the state of the disk.
*/
export async function sessionStanding(state: SessionState, where: VerdictsOf): Promise<KeptStanding> {
	const {byHand, policy, now} = where;
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
			policy,
			assessment,
			facts,
			isReadNow: byHand,
			now,
		}),
		policy,
		changed: byHand ? null : await changesOf(state, {assessment, facts}, where),
	};
}

async function changesOf(
	state: SessionState,
	{assessment, facts}: {readonly assessment: Assessment; readonly facts: Facts},
	{directory, policy, now}: VerdictsOf,
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
					policy,
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
