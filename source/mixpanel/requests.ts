/** Every reading request the program makes of Mixpanel, with placeholders for ids (mixpanel-api §2, §3, §6, §7, §8, §9). */
export const requests: readonly string[] = [
	'GET /api/app/me',
	'GET /organizations/{organization}/users/',
	'GET /organizations/{organization}/teams',
	'GET /organizations/{organization}/twofactor',
	'GET /api/app/organizations/{organization}/service-accounts',
	'GET /api/app/projects/{project}/service-accounts',
	'GET /api/app/projects/{project}/data-definitions/properties/',
	'GET /api/app/projects/{project}/workspaces',
];

/** The one changing request, made only after a preview and a confirmation (mixpanel-api §9.1). */
export const changingRequests: readonly string[] = [
	'PATCH /api/app/projects/{project}/data-definitions/properties',
];
