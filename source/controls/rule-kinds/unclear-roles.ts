import type {User} from '../../types/facts.ts';
import type {Measurement} from '../../types/rule.ts';
import {count} from './count.ts';

/**
Why a count of roles cannot be trusted, or null. A role that is not known might be a privileged one, and every
organization has an Owner (mixpanel-api §3.2): a list without one is not the whole list.
*/
export function unclearRoles(
	joined: readonly User[],
	comparison: {readonly expected: string; readonly actual: string},
): Measurement | null {
	const unclear = joined.filter(user => user.role === 'other');
	const [first] = unclear;
	if (first !== undefined) {
		return {
			status: 'unknown',
			reasonCode: 'partial',
			...comparison,
			reason: `${count(unclear.length, 'role')} could not be understood, such as "${first.roleText}" of ${first.email}.`,
		};
	}

	return joined.some(user => user.role === 'owner')
		? null
		: {
				status: 'unknown',
				reasonCode: 'unreadable',
				...comparison,
				reason: 'The list names no Owner, and every organization has one: it cannot be whole.',
			};
}
