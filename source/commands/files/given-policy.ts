import {controls} from '../../controls/index.ts';
import type {Policy} from '../../types/policy.ts';
import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';

/**
The policy of the file that `--policy` names; null without one, and then the defaults hold. Throws a UserError (exit 2)
that names line and column of what cannot be meant, before anything is sent.
*/
export async function givenPolicy(invocation: Invocation): Promise<Policy | null> {
	const path = flagText(invocation, 'policy');
	if (path === null) {
		return null;
	}

	const {readPolicy} = await import('../../session/policy/read-policy.ts');
	const {compileNamePattern} = await import('../../controls/data-governance/name-pattern.ts');
	return readPolicy(path, {
		rules: controls.flatMap(control => control.rules),
		now: invocation.now(),
		faultOfPattern: pattern => {
			const compiled = compileNamePattern(pattern);
			return typeof compiled === 'function' ? null : compiled;
		},
	});
}
