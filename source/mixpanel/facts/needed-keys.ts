/** What a question about the organization takes, where it is refused (mixpanel-api §1.3). */
export const organizationKey =
	'a service account made in Settings → Org → Service Accounts with the role Admin';

/** What a question about a project takes, where it is refused (mixpanel-api §7, §8, §9). */
export const projectKey = 'the role Admin in each project, or a plan that has the feature';
