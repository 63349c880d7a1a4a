import type {Correction} from '../../types/control.ts';

const page = 'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx';

export const corrections: readonly Correction[] = [
	{
		id: '2.1.K1',
		line: '2.1.S1.2',
		kind: 'vague',
		guideSays: 'Every organization has the four roles Owner, Admin, Billing Admin and Member.',
		truth:
			'True on Growth and Enterprise. Free has Owner and Billing Admin only, so least privilege cannot be reached there.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '2.1.K2',
		line: '2.1.S1.3',
		kind: 'vague',
		guideSays: 'Everybody gets the minimum role, without saying which.',
		truth: 'Staff: Member, with projects through teams. Finance: Billing Admin. Admin: a few named people.',
		since: null,
		source: page,
		proof: 'inferred',
	},
	{
		id: '2.1.K3',
		line: '2.1.S2.3',
		kind: 'vague',
		guideSays: 'Access is reviewed regularly.',
		truth: 'No review feature is documented. It is a date in your calendar and a list you keep.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '2.1.K4',
		line: null,
		kind: 'missing',
		guideSays: 'The guide does not say what happens when somebody has two roles.',
		truth:
			'Roles add up and never subtract. Organization Owners and Admins are also Owner or Admin in every project.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '2.1.K5',
		line: null,
		kind: 'missing',
		guideSays: 'The guide does not mention SCIM.',
		truth:
			'With SCIM (Enterprise) the groups of the IdP map to teams of the same name. Provisioned people arrive as Member; roles and projects are set in Mixpanel.',
		since: null,
		source:
			'mixpanel/docs: docs/access-security/single-sign-on/okta.mdx; docs/access-security/single-sign-on/azure.mdx',
		proof: 'documented',
	},
	{
		id: '2.1.K6',
		line: '2.1.S1.2c',
		kind: 'missing',
		guideSays: 'Billing Admin is named without its reach.',
		truth:
			'One page lets Billing Admins set Organization Discoverability, too; another says they see the settings for billing only. Treat the role as more than billing.',
		since: null,
		source:
			'mixpanel/docs: docs/orgs-and-projects/organizations.mdx; docs/orgs-and-projects/roles-and-permissions.mdx',
		proof: 'contradictory',
	},
];
