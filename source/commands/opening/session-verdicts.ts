import {assess} from '../../assessment/assess.ts';
import {importedFacts, withFiles} from '../../assessment/imported-facts.ts';
import type {Since} from '../../assessment/in-doubt.ts';
import {controls} from '../../controls/index.ts';
import type {ReportVerdicts} from '../../report/session/build-report.ts';
import {latestFacts} from '../../session/facts-store.ts';
import type {Facts} from '../../types/facts.ts';
import type {Policy} from '../../types/policy.ts';
import type {SessionState} from '../../types/session.ts';
import {keptKnowledge} from './kept-knowledge.ts';

export type VerdictsOf = {
	readonly directory: string;
	readonly byHand: boolean;
	readonly policy: Policy;
	readonly now: Date;
};

/**
The verdicts of a session without any network: judged again at `now` from the facts that its last assessment kept in
`directory`, by hand from no facts; only the recorded summary where there are none to use, with the reason.
*/
export async function sessionVerdicts(
	state: SessionState,
	{directory, byHand, policy, now}: VerdictsOf,
): Promise<ReportVerdicts> {
	const files = importedFacts(state.evidence);
	if (byHand) {
		return {
			from: 'facts',
			assessment: judge(state, files, [], {policy, now}),
			facts: files,
			at: null,
			note: null,
		};
	}

	const latest = await latestFacts(state, directory);
	if (latest?.facts == null) {
		const why = latest?.why ?? 'What was read was not kept with any assessment.';
		return {from: 'record', note: `${why} A new reading in the wizard keeps it.`};
	}

	const last = state.assessments.at(-1);
	const note =
		last === undefined || last.at.slice(0, 10) === latest.at.slice(0, 10)
			? null
			: `The assessment of ${last.at} kept nothing of what was read: this is the one before.`;
	const facts = withFiles(latest.facts, files);
	const earlier = await keptKnowledge(state, directory, latest.at);
	return {
		from: 'facts',
		assessment: judge(state, facts, earlier, {policy, now}),
		facts,
		at: latest.at,
		note,
	};
}

function judge(
	state: SessionState,
	facts: Facts,
	since: readonly Since[],
	{policy, now}: Pick<VerdictsOf, 'policy' | 'now'>,
) {
	return assess({
		facts,
		controls,
		profile: state.profile,
		policy,
		attestations: state.attestations,
		decisions: state,
		since,
		now,
	});
}
