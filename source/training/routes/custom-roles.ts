import {projectOf} from '../authenticate.ts';
import {type AddRoutes, sendError, sendResults} from '../simulation.ts';
import {daysFrom} from '../wire-time.ts';

/** Custom roles of a project, on Enterprise only (mixpanel-api §5). */
export const addCustomRoles: AddRoutes = (app, simulation) => {
	app.get('/api/app/projects/:project/custom-roles', context => {
		const {organization, now} = simulation;
		const project = projectOf(context, organization);
		if (organization.plan !== 'enterprise') {
			return sendError(context, 403, 'Custom roles are not included in your plan');
		}

		const created = daysFrom(now(), -200).slice(0, -1);
		return sendResults(
			context,
			simulation,
			'custom-roles',
			organization.customRoles.map(({id, name}) => ({
				role_id: id,
				name,
				description: '',
				project_id: BigInt(project.id),
				permissions: ['view_classified_data'],
				copied_from_role_id: null,
				is_default: false,
				created,
				modified: created,
				created_by_user_id: BigInt(organization.users[0]?.id ?? 0),
			})),
		);
	});
};
