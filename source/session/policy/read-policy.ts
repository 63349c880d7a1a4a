import type {Policy} from '../../types/policy.ts';
import {readLocated} from '../answers/read-located.ts';
import {decodePolicy, type PolicyContext} from './decode-policy.ts';

/**
Reads a policy, YAML or JSON. Throws a UserError (exit code 2) that names file, line and column of the first thing that
is not as it must be.
*/
export async function readPolicy(path: string, context: PolicyContext): Promise<Policy> {
	return readLocated(
		path,
		{holds: 'policies', next: 'Name another file with --policy, or leave the flag out.'},
		value => decodePolicy(value, context),
	);
}
