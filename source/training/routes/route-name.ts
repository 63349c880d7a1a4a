/** Names of the API's routes, for aiming a fault (`denied@users`) and for dialects. */
export const routeNames = [
	'me',
	'users',
	'teams',
	'projects',
	'grants',
	'two-factor',
	'access-requests',
	'sessions',
	'ai',
	'service-accounts',
	'project-service-accounts',
	'data-views',
	'properties',
	'custom-roles',
	'scim',
] as const;

export type RouteName = (typeof routeNames)[number];

const patterns: Readonly<Record<RouteName, RegExp>> = {
	me: /^\/api\/app\/me\/?$/u,
	users: /^(?:\/api\/app)?\/organizations\/[^/]+\/users\/?$/u,
	teams: /^(?:\/api\/app)?\/organizations\/[^/]+\/teams\/?$/u,
	projects: /^(?:\/api\/app)?\/organizations\/[^/]+\/projects\/?$/u,
	grants: /^(?:\/api\/app)?\/organizations\/[^/]+\/add-users-to-projects\/?$/u,
	'two-factor': /^(?:\/api\/app)?\/organizations\/[^/]+\/twofactor(?:\/|$)/u,
	'access-requests': /^(?:\/api\/app)?\/organizations\/[^/]+\/org-request-access-settings(?:\/|$)/u,
	sessions: /^(?:\/api\/app)?\/organizations\/[^/]+\/org-session-settings(?:\/|$)/u,
	ai: /^(?:\/api\/app)?\/organizations\/[^/]+\/(?:update-)?spark-settings\/?$/u,
	'service-accounts': /^\/api\/app\/organizations\/[^/]+\/service-accounts(?:\/|$)/u,
	'project-service-accounts': /^\/api\/app\/projects\/[^/]+\/service-accounts\/?$/u,
	'data-views': /^\/api\/app\/projects\/[^/]+\/workspaces(?:\/|$)/u,
	properties: /^\/api\/app\/(?:projects|workspaces)\/[^/]+\/data-definitions\/properties\/?$/u,
	'custom-roles': /^\/api\/app\/projects\/[^/]+\/custom-roles(?:\/|$)/u,
	scim: /^\/api\/app\/scim\/v2\/Users\/?$/u,
};

/** Routes of the organization's own family, which moves and may be absent (mixpanel-api §1.1, family B). */
export const organizationFamily: ReadonlySet<RouteName> = new Set<RouteName>([
	'users',
	'teams',
	'projects',
	'grants',
	'two-factor',
	'access-requests',
	'sessions',
	'ai',
]);

/** The route a path belongs to, or null. */
export function routeOf(path: string): RouteName | null {
	return routeNames.find(name => patterns[name].test(path)) ?? null;
}
