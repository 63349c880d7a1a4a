import {adminKey} from './builders.ts';
import {
	account,
	everything,
	type PlantedProject,
	type PlantedProperty,
	type PlantedServiceAccount,
	properties,
	type Scenario,
} from './scenario.ts';

const exposed: readonly PlantedProperty[] = [{name: '$email', resourceType: 'User'}];
const tidy: readonly PlantedProperty[] = [
	{name: '$email', resourceType: 'User', is: 'sensitive'},
	{name: 'plan', resourceType: 'User'},
	{name: 'order_total', resourceType: 'Event'},
	{name: 'campaign', resourceType: 'Event'},
];

/** A fault in one of so many projects, or accounts. */
const every = 50;

/**
An organization of this many projects, with ten service accounts and forty people to each: nearly all of it in order,
the faults rare and evenly spread. For measuring; nobody practises on it.
*/
export function large(name: string, size: number): Scenario {
	const projects = Array.from({length: size}, (_, index) => projectNumber(index));
	const accounts = Array.from({length: size * 10 - 1}, (_, index) => accountNumber(index, size));
	return {
		name,
		summary: `${size} projects, for measuring`,
		description: 'Nearly all of it in order, with a rare fault evenly spread: there to measure with.',
		plan: 'enterprise',
		organizationNames: ['Colossus Example'],
		ids: 'ordinary',
		dialects: {},
		people: Array.from({length: size * 40}, (_, index) => ({
			key: `person-${index}`,
			role: index < 2 ? 'owner' : index < 5 ? 'admin' : 'no role',
		})),
		teams: Array.from({length: size}, (_, index) => ({
			key: `team-${index}`,
			name: `Team ${index}`,
			members: 12,
		})),
		projects,
		serviceAccounts: [adminKey(projects.map(({key}) => key)), ...accounts],
		customRoles: [],
		twoFactorRequired: true,
		domains: {claimed: [''], unclaimed: [], failing: []},
		colleague: [],
		planted: {
			'organization-two-factor': {status: 'manual', resources: []},
			// Its rows do not say who is invited.
			'stale-invitations': {status: 'unknown', resources: []},
			'least-privilege-roles': {status: 'pass', resources: []},
			'teams-in-use': {status: 'pass', resources: []},
			'owner-count': {status: 'pass', resources: []},
			'privileged-service-accounts': {status: 'pass', resources: []},
			'service-account-expiry': {
				status: 'fail',
				resources: accounts.filter(({expiresInDays}) => expiresInDays === null).map(({key}) => account(key)),
			},
			'service-account-unused': {status: 'pass', resources: []},
			'service-account-rotation': {status: 'pass', resources: []},
			'service-account-role': {status: 'pass', resources: []},
			'service-account-project-scope': {status: 'pass', resources: []},
			'service-account-classified-access': {status: 'pass', resources: []},
			'wizard-key': {status: 'pass', resources: []},
			'pii-classified': {
				status: 'fail',
				resources: projects
					.filter(project => project.properties === exposed)
					.flatMap(({key}) => properties(key, exposed)),
			},
			'data-views-restrict': {status: 'pass', resources: []},
			'default-view-restricted': {status: 'pass', resources: []},
		},
	};
}

function projectNumber(index: number): PlantedProject {
	return {
		key: `project-${index}`,
		name: `Project ${index}`,
		views: [
			{...everything, isDefault: false, isPublic: false, hasAllMembers: false},
			{
				...everything,
				key: 'region',
				name: 'Region',
				isGlobal: false,
				isPublic: false,
				hasAllMembers: false,
				isFiltered: true,
			},
		],
		properties: index % every === 0 ? exposed : tidy,
	};
}

function accountNumber(index: number, size: number): PlantedServiceAccount {
	return {
		key: `account-${index}`,
		name: `job-${index}`,
		organizationRole: 'member',
		usedDaysAgo: index % 30,
		createdDaysAgo: 30 + (index % 100),
		expiresInDays: index % (every * 10) === 0 ? null : 20 + (index % 100),
		grants: [{project: `project-${index % size}`, role: 'analyst', through: 'individual'}],
	};
}
