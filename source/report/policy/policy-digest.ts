import {sha256} from '../../session/digest.ts';
import type {Policy} from '../../types/policy.ts';
import {renderPolicy} from './render-policy.ts';

/** SHA-256 of a policy as it counts, in hexadecimal: the same for two files that mean the same. */
export function policySha256(policy: Policy): string {
	return sha256(renderPolicy(policy, 'json'));
}
