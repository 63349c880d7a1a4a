import {projectOf} from '../authenticate.ts';
import {type AddRoutes, sendError, sendResults} from '../simulation.ts';

/** Data views of a project, not on Free (mixpanel-api §8). */
export const addDataViews: AddRoutes = (app, simulation) => {
	const {organization} = simulation;
	app.get('/api/app/projects/:project/workspaces', context => {
		const project = projectOf(context, organization);
		if (organization.plan === 'free') {
			return sendError(context, 403, 'Data views are not included in your plan');
		}

		const [member] = organization.users;
		return sendResults(
			context,
			simulation,
			'data-views',
			project.views.map(view => ({
				id: BigInt(view.id),
				name: view.name,
				description: null,
				project_id: BigInt(project.id),
				is_global: view.isGlobal,
				is_default: view.isDefault,
				is_restricted: false,
				is_visible: view.isPublic,
				data_filters: view.isFiltered ? {opaque: true} : null,
				has_all_org_members: view.hasAllMembers,
				membership_approval_required: false,
				member_list:
					view.hasAllMembers || member === undefined
						? []
						: [{id: BigInt(member.id), email: member.email, name: member.name, invited: false}],
				team_list: [],
				creator_id: null,
				creator_name: null,
			})),
		);
	});
};
