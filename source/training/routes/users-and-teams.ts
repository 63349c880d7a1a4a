import type {StoredUser} from '../organization.ts';
import {type AddRoutes, type Simulation, sendJson, sendResults} from '../simulation.ts';
import {redirectToSlash} from './redirect-to-slash.ts';

/** People and teams of the organization, in three dialects (mixpanel-api §3.2). */
export const addUsersAndTeams: AddRoutes = (app, simulation) => {
	redirectToSlash(app, '/users');
	app.get('/users/', context => {
		const {users} = simulation.organization;
		switch (simulation.dialects.users) {
			case 'rows':
				return sendResults(context, simulation, 'users', users.map(row));
			case 'map':
				return sendResults(
					context,
					simulation,
					'users',
					Object.fromEntries(users.map(user => [user.id, rowOfMap(user)])),
				);
			case 'bare':
				return sendJson(context, users.map(row));
		}
	});
	app.get('/teams', context => sendResults(context, simulation, 'teams', teamRows(simulation)));
};

function row(user: StoredUser): Readonly<Record<string, unknown>> {
	const {id, email, name, role, invited, extra} = user;
	return {id: BigInt(id), email, name, role, ...(invited ? {invited} : {}), ...extra};
}

function rowOfMap(user: StoredUser): Readonly<Record<string, unknown>> {
	const {id, email, name, role, invited, extra} = user;
	return {
		id: BigInt(id),
		user_email: email,
		full_name: name,
		org_role: role,
		is_invited: invited,
		avatar: null,
		preferences: {},
		...extra,
	};
}

function teamRows({organization}: Simulation): readonly unknown[] {
	return organization.teams.map(({id, name, members}) => ({id: BigInt(id), name, member_count: members}));
}
