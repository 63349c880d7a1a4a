import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import {readBody} from '../read-body.ts';
import {type AddRoutes, sendJson, sendResults} from '../simulation.ts';
import {redirectToSlash} from './redirect-to-slash.ts';

const grantSchema = z.strictObject({
	projects: z.array(
		z.strictObject({
			id: z.union([z.bigint(), z.string()]),
			users: z.array(z.strictObject({email: z.string(), role: z.string()})),
		}),
	),
});

/** The organization's projects with the secrets the list carries, and grants to people (mixpanel-api §4). */
export const addProjects: AddRoutes = (app, simulation) => {
	const {organization} = simulation;
	redirectToSlash(app, '/projects');
	app.get('/projects/', context =>
		sendResults(
			context,
			simulation,
			'projects',
			organization.projects.map(({id, name, token, apiKey, apiSecret}) => ({
				id: BigInt(id),
				name,
				token,
				api_key: apiKey,
				api_secret: apiSecret,
				url: `https://mixpanel.com/project/${id}`,
				timezone_name: 'UTC',
			})),
		),
	);
	redirectToSlash(app, '/add-users-to-projects');
	app.post('/add-users-to-projects/', async context => {
		const {projects} = await readBody(context, grantSchema);
		if (projects.some(({id}) => typeof id === 'string')) {
			throw new HTTPException(500, {message: 'Internal server error'});
		}

		return sendJson(context, {status: 'ok'});
	});
};
