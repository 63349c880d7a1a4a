import {isPrivileged} from '../authenticate.ts';
import {type AddRoutes, sendResults} from '../simulation.ts';

/** Who the caller is and what it reaches (mixpanel-api §2). */
export const addMe: AddRoutes = (app, simulation) => {
	app.get('/api/app/me', context => {
		const {organization} = simulation;
		const caller = context.get('caller');
		const granted = new Set(
			organization.grants.filter(({account}) => account === caller.id).map(grant => grant.project),
		);
		const projects = organization.projects.filter(({id}) => isPrivileged(caller) || granted.has(id));
		return sendResults(context, simulation, 'me', {
			user_id: BigInt(caller.id),
			user_email: caller.username,
			user_name: caller.username.split('.')[0],
			organizations: {
				[organization.id]: {
					id: BigInt(organization.id),
					name: organization.name,
					role: caller.organizationRole,
					permissions: isPrivileged(caller) ? ['manage_organization'] : [],
				},
			},
			projects: Object.fromEntries(
				projects.map(({id, name}) => [
					id,
					{
						name,
						organization_id: BigInt(organization.id),
						timezone: 'UTC',
						has_workspaces: true,
						domain: 'mixpanel.com',
						type: 'PROJECT',
					},
				]),
			),
			workspaces: Object.fromEntries(
				projects.flatMap(({id, views}) =>
					views
						.filter(view => view.isGlobal)
						.map(view => [
							view.id,
							{
								id: BigInt(view.id),
								name: view.name,
								project_id: BigInt(id),
								is_global: true,
								is_default: view.isDefault,
							},
						]),
				),
			),
		});
	});
};
