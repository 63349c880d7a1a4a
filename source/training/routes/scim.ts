import type {AddRoutes, SimulationContext} from '../simulation.ts';
import {sendJson} from '../simulation.ts';

/**
SCIM's list of users, on a plan that has SCIM (mixpanel-api §6.4). It has a credential of its own, so it stands before
the check of the service account's. Reading only; users outside the claimed domains are not in it.
*/
export const addScim: AddRoutes = (app, {organization}) => {
	app.get('/api/app/scim/v2/Users', context => {
		const {scimToken} = organization;
		if (scimToken === null || context.req.header('authorization') !== `Bearer ${scimToken}`) {
			return sendScimError(context);
		}

		const users = organization.users.filter(({invited, email}) => !invited && isClaimed(email));
		return sendJson(context, {
			schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
			totalResults: users.length,
			startIndex: 1,
			itemsPerPage: users.length,
			Resources: users.map(({id, email, name}) => ({
				schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
				id,
				userName: email,
				displayName: name,
				active: true,
			})),
		});
	});

	const claimed = new Set(
		[...organization.zone]
			.filter(([, texts]) => texts?.some(text => text.startsWith('mixpanel-domain-verify=')) === true)
			.map(([domain]) => domain),
	);
	const isClaimed = (email: string): boolean =>
		claimed.has(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
};

function sendScimError(context: SimulationContext): Response {
	return sendJson(
		context,
		{
			schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
			detail: 'A SCIM token is required',
			status: '401',
		},
		401,
	);
}
