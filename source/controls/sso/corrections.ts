import type {Correction} from '../../types/control.ts';

const page = 'mixpanel/docs: docs/access-security/single-sign-on.mdx';

export const corrections: readonly Correction[] = [
	{
		id: '1.1.K1',
		line: '1.1.P1',
		kind: 'vague',
		guideSays: 'Admin access to the organization is enough.',
		truth:
			'It takes the organization role Owner or Admin, and a Mixpanel password: claiming a domain asks for it.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.1.K2',
		line: '1.1.P2',
		kind: 'wrong',
		guideSays: 'SSO needs the Enterprise plan.',
		truth: 'Growth has it too. Only SCIM and Shared SSO still need Enterprise.',
		since: '2026-02-24',
		source: 'mixpanel/docs: changelogs.mdx (2026-02-24); docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
	{
		id: '1.1.K3',
		line: null,
		kind: 'missing',
		guideSays: 'The guide does not mention claiming a domain.',
		truth:
			'SSO serves claimed and verified domains only. That needs a TXT record in DNS and up to 24 hours of waiting.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.1.K4',
		line: '1.1.S1.1',
		kind: 'renamed',
		guideSays: 'The place is called Organization Settings.',
		truth:
			'The newest screenshots show gear → Settings → Org. The documentation text still says Organization Settings.',
		since: null,
		source: 'mixpanel/docs: images/image-3.png (2026-06-29)',
		proof: 'screenshot',
	},
	{
		id: '1.1.K5',
		line: '1.1.S1.2',
		kind: 'renamed',
		guideSays: 'There is a section named SAML SSO.',
		truth: 'The tab is 2FA & SSO and the card on it is Single Sign-On. Nothing is labelled SAML SSO.',
		since: null,
		source:
			'mixpanel/docs: docs/access-security/single-sign-on/okta.mdx; docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
	{
		id: '1.1.K6',
		line: '1.1.S2.2',
		kind: 'renamed',
		guideSays: 'The fields are SSO URL, Entity ID and Certificate.',
		truth:
			'In Mixpanel they read Identity Provider Sign-In URL, Issuer URL and SAML Certificate (.pem, .cert).',
		since: null,
		source:
			'mixpanel/docs: docs/access-security/single-sign-on/google.mdx; docs/access-security/single-sign-on.mdx',
		proof: 'documented',
	},
	{
		id: '1.1.K7',
		line: '1.1.S2.3',
		kind: 'wrong',
		guideSays: 'Mixpanel offers metadata to download.',
		truth:
			'No such download is documented. Turn the switch on to see the Postback URL, copy it, and enter the other values by hand: they are the same for every customer.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.1.K8',
		line: '1.1.S3.1',
		kind: 'vague',
		guideSays: 'SSO can be tested, without saying how.',
		truth:
			'No test button is documented. Keep the admin signed in and log in as somebody else from a private window.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.1.K9',
		line: '1.1.S3.2',
		kind: 'vague',
		guideSays: 'There is a setting that enforces SSO, without naming it.',
		truth: 'The switch is called Require Single Sign-On.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.1.K10',
		line: '1.1.S3.2',
		kind: 'missing',
		guideSays: 'Enforcing comes after testing; the guide does not say that the form may do it at once.',
		truth:
			'The first-time form has the box "Require users to log in using SSO?". The screenshot in the documentation shows it ticked. Untick it until the test is done. Whether it starts ticked is not proved.',
		since: null,
		source: 'mixpanel/docs: images/sso_postback_url.png',
		proof: 'screenshot',
	},
	{
		id: '1.1.K11',
		line: '1.1.S3.3',
		kind: 'wrong',
		guideSays: 'Exceptions to SSO can be set up.',
		truth:
			'There is no list of exceptions per user. One exception is built in: Owners and Admins can still log in with e-mail and password.',
		since: null,
		source: page,
		proof: 'documented',
	},
];
