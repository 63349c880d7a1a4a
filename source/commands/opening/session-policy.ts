import type {Policy} from '../../types/policy.ts';
import {defaultPolicy} from '../../types/policy.ts';
import type {SessionState} from '../../types/session.ts';
import {policyRecord, recordedPolicy} from './policy-record.ts';

/** What a session is judged by when it is told of, and what the reader should know of that, a sentence. */
export type SessionPolicy = {readonly policy: Policy; readonly note: string | null};

/**
What the verdicts of a session are judged by without the wizard: `given` on the command line, else the policy of the last
assessment, so that a report says what the wizard said.
*/
export function sessionPolicy({assessments}: SessionState, given: Policy | null): SessionPolicy {
	const last = assessments.at(-1);
	const record = last?.policy ?? null;
	if (given !== null) {
		const isOther = last !== undefined && policyRecord(given)?.sha256 !== record?.sha256;
		return {
			policy: given,
			note: isOther
				? `The last assessment was judged by ${record === null ? 'the defaults' : 'another policy'}; here the policy that was given holds.`
				: null,
		};
	}

	const policy = recordedPolicy(record);
	return policy === null
		? {
				policy: defaultPolicy,
				note: 'The last assessment was judged by a policy that is not kept with it; here the defaults hold. Name its file with --policy.',
			}
		: {policy, note: null};
}
