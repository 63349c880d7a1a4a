import type {Correction} from '../../types/control.ts';

export const corrections: readonly Correction[] = [
	{
		id: '2.3.K1',
		line: '2.3.S1.1',
		kind: 'missing',
		guideSays: 'The inventory holds Owner and Admin accounts.',
		truth:
			'It must also count project Owners, service accounts with role owner or admin, Billing Admins, and whoever holds a SCIM token or a GDPR OAuth token.',
		since: null,
		source:
			'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx; reference/service-accounts.mdx; docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
	{
		id: '2.3.K2',
		line: '2.3.S2.1',
		kind: 'vague',
		guideSays: 'Owners are 2-3, without saying why.',
		truth:
			'The lower end agrees with Mixpanel, which asks for at least 2. When all Owners have left, only its support can help.',
		since: null,
		source: 'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx',
		proof: 'documented',
	},
	{
		id: '2.3.K3',
		line: '2.3.S2.2',
		kind: 'wrong',
		guideSays: '2FA or SSO can be demanded of admins.',
		truth:
			'Neither can be set for a role. 2FA holds for the whole organization, and Require Single Sign-On exempts exactly Owners and Admins. Make up for it with passkeys and vaulted passwords.',
		since: null,
		source:
			'mixpanel/docs: docs/access-security/two-factor-authentication.mdx; docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
];
