import type {Correction} from '../../types/control.ts';

export const corrections: readonly Correction[] = [
	{
		id: '1.3.K1',
		line: '1.3.S1.1',
		kind: 'wrong',
		guideSays: 'Access requests are set in Organization Settings → Access Security.',
		truth:
			'No documented screen matches that path. Three separate mechanisms serve the aim, each in its own place.',
		since: null,
		source:
			'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx; docs/orgs-and-projects/organizations.mdx; docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
	{
		id: '1.3.K2',
		line: '1.3.S1.2',
		kind: 'vague',
		guideSays: 'There is one access request setting.',
		truth:
			'Requests to join a project wait under Settings → Project → Project Users → Access Requests. The tab is known from a screenshot; its plan is not stated.',
		since: null,
		source: 'mixpanel/docs: images/create_custom_role.png',
		proof: 'screenshot',
	},
	{
		id: '1.3.K3',
		line: '1.3.S1.2',
		kind: 'missing',
		guideSays: 'New sign-ups on your own e-mail domain are not mentioned.',
		truth:
			'Organization Discoverability decides about them: Settings → Org → Users & Teams → Organization Discoverability. It exists on Enterprise while SSO is off.',
		since: null,
		source: 'mixpanel/docs: docs/orgs-and-projects/organizations.mdx',
		proof: 'documented',
	},
	{
		id: '1.3.K4',
		line: '1.3.S1.2',
		kind: 'vague',
		guideSays: 'Who may change the setting is left open.',
		truth:
			'Mixpanel contradicts itself about Organization Discoverability: one sentence names Owners and Billing Admins only, a later one says owner or admin.',
		since: null,
		source: 'mixpanel/docs: docs/orgs-and-projects/organizations.mdx',
		proof: 'contradictory',
	},
	{
		id: '1.3.K5',
		line: '1.3.S1.2',
		kind: 'missing',
		guideSays: 'With SSO the guide gives no other way.',
		truth:
			'IDP Managed Access lets the IdP decide: Access Security → 2FA & SSO, Growth or above, with SSO on.',
		since: null,
		source: 'mixpanel/docs: docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
	{
		id: '1.3.K6',
		line: '1.3.S1.3',
		kind: 'wrong',
		guideSays: 'Approvers can be defined.',
		truth:
			'No such setting exists. Approving is a permission of the project roles Owner and Admin, so whoever holds them is an approver.',
		since: null,
		source: 'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx',
		proof: 'documented',
	},
	{
		id: '1.3.K7',
		line: '1.3.S1.2',
		kind: 'missing',
		guideSays: 'No setting for the whole organization is named.',
		truth:
			"A settings object for access requests of the organization is known only from Mixpanel's Terraform provider. Its place on screen and its fields are undocumented.",
		since: null,
		source: 'mixpanel/terraform-provider-mixpanel',
		proof: 'provider',
	},
];
