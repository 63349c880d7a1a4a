import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import type {Invocation} from '../invocation.ts';
import {flagText} from './flag-text.ts';

/**
The id of the organization that flag or variable asks for; null when none does. Throws a UserError (exit 2) for one
that is not made of digits, before anything is sent.
*/
export function askedOrganization(invocation: Invocation): string | null {
	const flag = flagText(invocation, 'organization');
	return flag === null
		? digits(invocation.environment.organizationId, 'organization', 'MIXPANEL_ORGANIZATION_ID')
		: digits(flag, 'organization', '--organization');
}

/** The id of the project that the environment names; as `askedOrganization`. */
export function askedProject({environment}: Invocation): string | null {
	return digits(environment.projectId, 'project', 'MIXPANEL_PROJECT_ID');
}

function digits(id: string | null, noun: 'organization' | 'project', where: string): string | null {
	if (id === null || /^\d{1,20}$/.test(id)) {
		return id;
	}

	throw new UserError(`${where} cannot be "${makeSafe(id, 40)}".`, {
		why: `The id of ${noun === 'organization' ? 'an organization' : 'a project'} is a number, digits only.`,
		next:
			noun === 'organization'
				? 'Take the number from the SSO postback URL in the organization’s settings, or leave it out: a key that reaches one organization needs none.'
				: 'Take the number from the project’s settings, or leave it out: it is needed only when the key lists no project.',
		exitCode: exitCodes.usage,
	});
}
