import {makeSafe} from '../terminal/make-safe.ts';
import type {ScimUsers} from '../types/evidence-facts.ts';
import type {Read} from '../types/facts.ts';
import type {Secret} from '../types/secret.ts';
import {ask, type Question} from './ask.ts';
import {type ClientOptions, createClient} from './client.ts';
import {decodeScimUsers} from './decode/scim-users.ts';

/** The one question that is put with a SCIM token (mixpanel-api §6.4). */
const scimUsersQuestion: Question<ScimUsers> = {
	family: 'app',
	path: '/api/app/scim/v2/Users',
	timeout: 'normal',
	grade: 'documented',
	needs: null,
	decode: decodeScimUsers,
};

/**
Whether SCIM answers to its token, and for how many users. It has a client of its own, so that the token goes to no other
route and its refusal does not end the reading with the service account.
@throws {MixpanelError} only with code `cancelled`
*/
export async function readScimUsers(
	token: Secret,
	options: Omit<ClientOptions, 'serviceAccount' | 'secret'> & {readonly now: () => Date},
): Promise<Read<ScimUsers>> {
	const client = createClient({...options, serviceAccount: null, secret: token});
	const {read} = await ask(client, scimUsersQuestion, {now: options.now});
	switch (read.outcome) {
		case 'denied': {
			const reason =
				'Mixpanel does not accept the SCIM token. A newer one may have taken its place, or SCIM is not part of the plan: it takes the plan Enterprise.';
			return {...read, reason: makeSafe(reason)};
		}

		case 'not_found': {
			return {...read, reason: makeSafe('Mixpanel knows no SCIM here. It is part of the plan Enterprise.')};
		}

		default: {
			return read;
		}
	}
}
