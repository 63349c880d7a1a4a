import {renderPolicy} from '../report/policy/render-policy.ts';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';
import {defaultPolicy} from '../types/policy.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import {givenPolicy} from './files/given-policy.ts';
import {openOutput} from './files/open-output.ts';
import {writeOut} from './files/write-out.ts';
import type {Invocation} from './invocation.ts';

/** `check --print-policy`: the policy that a check would judge by, as `--policy` takes it. Asks nothing of anyone. */
export async function printPolicy(invocation: Invocation): Promise<ExitCode> {
	const format = flagText(invocation, 'format') ?? 'text';
	if (format !== 'text' && format !== 'json') {
		throw new UserError(`--print-policy prints no ${format}.`, {
			why: 'A policy is YAML, or JSON with --format json.',
			next: 'Leave --format out, or choose json.',
			exitCode: exitCodes.usage,
		});
	}

	const policy = (await givenPolicy(invocation)) ?? defaultPolicy;
	const output = await openOutput(flagText(invocation, 'output'), invocation.flags.has('overwrite'));
	const text = renderPolicy(policy, format === 'json' ? 'json' : 'yaml');
	await (output === null ? writeOut(invocation, text) : output(text));
	return exitCodes.done;
}
