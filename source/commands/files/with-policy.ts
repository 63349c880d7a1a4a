import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';

/**
The call with the policy that it names, read once, so that a file that changes meanwhile changes nothing. Throws as
`givenPolicy` does.
*/
export async function withPolicy(invocation: Invocation): Promise<Invocation> {
	if (flagText(invocation, 'policy') === null) {
		return invocation;
	}

	// The controls come with it, which a first frame without a policy must not wait for.
	const {givenPolicy} = await import('./given-policy.ts');
	const policy = await givenPolicy(invocation);
	return policy === null ? invocation : {...invocation, policy};
}
