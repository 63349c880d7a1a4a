import {organizationFamily} from '../routes/route-name.ts';
import {sendError} from '../simulation.ts';
import type {Fault} from './fault.ts';

/** The API says no, or sends the caller elsewhere. */
export const refusals: readonly Fault[] = [
	{
		name: 'denied',
		summary: '403 on the routes of the organization: users, teams, projects, settings',
		number: {means: 'every', byDefault: 1},
		routes: organizationFamily,
		strike: async context =>
			sendError(context, 403, 'You do not have permission to access this organization'),
	},
	{
		name: 'unauthorized-after',
		summary: '401 to every request after the first N (10 unless given)',
		number: {means: 'after', byDefault: 10},
		strike: async context => sendError(context, 401, 'Invalid service account credentials'),
	},
	{
		name: 'redirect-login',
		summary: '302 to a login page',
		number: {means: 'every', byDefault: 1},
		strike: async context =>
			context.redirect(`/login/?next=${encodeURIComponent(new URL(context.req.url).pathname)}`, 302),
	},
	{
		name: 'redirect-cross-host',
		summary: '302 to the same path on another host',
		number: {means: 'every', byDefault: 1},
		strike: async context => {
			const target = new URL(context.req.url);
			target.hostname = 'localhost';
			return context.redirect(target.href, 302);
		},
	},
	{
		name: 'family-absent',
		summary: 'the routes of the organization exist nowhere',
		number: {means: 'every', byDefault: 1},
		families: 'absent',
	},
	{
		name: 'family-api-app',
		summary: 'the routes of the organization live under /api/app',
		number: {means: 'every', byDefault: 1},
		families: 'api-app',
	},
];
