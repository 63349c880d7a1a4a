/**
Settings pages of Mixpanel with a link the vendor has published (guide-facts A). None carries an organization
or project id: each opens whatever the browser used last. `organizationTeams` and `organizationDiscoverability`
come from an onboarding guide that has since left the documentation. Written for the US host.
*/
export const deepLinks = {
	organizationPlan: 'https://mixpanel.com/settings/org/plan',
	organizationProjects: 'https://mixpanel.com/settings/org/projects',
	organizationServiceAccounts: 'https://mixpanel.com/settings/org#serviceaccounts',
	organizationTeams: 'https://mixpanel.com/settings/org/users-and-teams/teams',
	organizationDiscoverability: 'https://mixpanel.com/settings/org/users-and-teams/find-your-org',
	project: 'https://mixpanel.com/settings/project',
	projectServiceAccounts: 'https://mixpanel.com/settings/project#serviceaccounts',
	profileDataPrivacy: 'https://mixpanel.com/settings/account#data-privacy',
	login: 'https://mixpanel.com/login',
} as const;
