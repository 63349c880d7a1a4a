import type {Correction} from '../../types/control.ts';

/** Where the guide and today's Mixpanel differ (guide-facts 3.1). */
export const corrections: readonly Correction[] = [
	{
		id: '3.1.K1',
		line: '3.1.S1.1',
		kind: 'missing',
		guideSays: 'Only the organization page is named.',
		truth:
			'The path is right, and each project has a Service Accounts page of its own (Settings → Project → Service Accounts). An account made there becomes an organization Member by itself.',
		since: null,
		source: 'mixpanel/docs: reference/service-accounts.mdx',
		proof: 'documented',
	},
	{
		id: '3.1.K2',
		line: '3.1.S2.3',
		kind: 'vague',
		guideSays: 'Credentials should be rotated regularly, without saying how.',
		truth:
			'There is no rotate button, and the API has no call that changes an account. Rotating means: create a new account, deploy it, watch that it is used, delete the old one.',
		since: null,
		source: 'mixpanel/docs: openapi/service-accounts.openapi.yaml',
		proof: 'documented',
	},
	{
		id: '3.1.K3',
		line: null,
		kind: 'missing',
		guideSays: 'Nothing about expiry.',
		truth:
			'A service account can be given an expiry when it is created. Without one it never expires, and that is the default.',
		since: null,
		source: 'mixpanel/docs: reference/service-accounts.mdx',
		proof: 'documented',
	},
	{
		id: '3.1.K4',
		line: null,
		kind: 'missing',
		guideSays: 'Nothing about where the secret is kept.',
		truth: 'The secret is shown once, right after creation, and cannot be read again.',
		since: null,
		source: 'mixpanel/docs: reference/service-accounts.mdx',
		proof: 'documented',
	},
	{
		id: '3.1.K5',
		line: null,
		kind: 'missing',
		guideSays:
			'API tokens are mentioned in the description and never again; the project API Secret is not named.',
		truth:
			'The project API Secret is an older key that reads and writes a whole project. It is deprecated and stops working on 2027-03-03; move its users to service accounts before then.',
		since: null,
		source: 'mixpanel/docs: reference/project-secret.mdx',
		proof: 'documented',
	},
	{
		id: '3.1.K6',
		line: null,
		kind: 'missing',
		guideSays: 'API tokens are treated as something to keep secret.',
		truth:
			'The project token only says which project data belongs to. It is public in any web page that sends events and authorizes no reading. You cannot reset it yourself; Mixpanel support can.',
		since: null,
		source: 'mixpanel/docs: reference/project-token.mdx',
		proof: 'documented',
	},
	{
		id: '3.1.K7',
		line: null,
		kind: 'missing',
		guideSays: 'Nothing about access that service accounts inherit.',
		truth:
			'A project shared with "All Users in the Organization" is shared with every service account too, present and future.',
		since: null,
		source: 'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx (screenshot)',
		proof: 'screenshot',
	},
];
