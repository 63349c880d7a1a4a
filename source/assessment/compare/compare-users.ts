import {roleWords} from '../../controls/rule-kinds/role-words.ts';
import {userResource} from '../../controls/rule-kinds/user-resource.ts';
import type {ControlId} from '../../types/control.ts';
import type {User} from '../../types/facts.ts';
import {compareLists, type Difference} from './difference.ts';

const ofRoles: readonly ControlId[] = ['2.1', '2.3'];
const ofPeople: readonly ControlId[] = ['2.1'];
const ofInvitations: readonly ControlId[] = ['1.3'];

/** People who came, went, or have another role. Ids that changed their form, as after an update at Mixpanel, compare nothing. */
export function compareUsers(before: readonly User[], after: readonly User[]): Difference[] {
	const known = new Set(before.map(({id}) => id));
	if (before.length > 0 && after.length > 0 && !after.some(({id}) => known.has(id))) {
		return [
			{
				kind: 'not_compared',
				sentence: 'People could not be compared: Mixpanel names every one of them by another id now',
				resource: null,
				controls: ofRoles,
			},
		];
	}

	return compareLists(before, after, {
		added: user => ({
			kind: 'added',
			sentence: `${user.email} ${user.invited === true ? 'is invited' : 'is new'}, ${roleOf(user)}`,
			resource: userResource(user),
			controls: controlsOf(user),
		}),
		gone: user => ({
			kind: 'gone',
			sentence: `${user.email}, ${roleOf(user)}, is gone`,
			resource: userResource(user),
			controls: controlsOf(user),
		}),
		changes: (old, user) => [
			...(roleOf(old) === roleOf(user)
				? []
				: [
						{
							kind: 'changed' as const,
							sentence: `${user.email} is ${roleOf(user)} now, was ${roleOf(old)}`,
							resource: userResource(user),
							controls: isPrivileged(old) || isPrivileged(user) ? ofRoles : ofPeople,
						},
					]),
			...(old.invited === true && user.invited === false
				? [
						{
							kind: 'changed' as const,
							sentence: `${user.email} has joined, ${roleOf(user)}`,
							resource: userResource(user),
							controls: [...ofInvitations, ...(isPrivileged(user) ? ofRoles : ofPeople)],
						},
					]
				: []),
		],
	});
}

function controlsOf(user: User): readonly ControlId[] {
	return [...(user.invited === true ? ofInvitations : []), ...(isPrivileged(user) ? ofRoles : ofPeople)];
}

function isPrivileged({role}: User): boolean {
	return role === 'owner' || role === 'admin';
}

/** A role that is not known by its own words, so that one of them becoming another is seen. */
function roleOf({role, roleText}: User): string {
	return role === 'other' ? `"${roleText}"` : roleWords[role];
}
