import type {Correction} from '../../types/control.ts';

const page = 'mixpanel/docs: docs/access-security/two-factor-authentication.mdx';
const loginPage = 'mixpanel/docs: docs/access-security/login-methods.mdx';

export const corrections: readonly Correction[] = [
	{
		id: '1.2.K1',
		line: null,
		kind: 'wrong',
		guideSays: 'Both steps stand in one list, as if every organization did both.',
		truth:
			"It is one or the other. An organization with SSO on has no access to Mixpanel's 2FA: step 1 is for organizations without SSO, step 2 for those with it. Other texts of Mixpanel read as if both could exist; look at your own page.",
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.2.K2',
		line: '1.2.S1.2',
		kind: 'renamed',
		guideSays: 'The setting is labelled Require two-factor authentication.',
		truth:
			'No such label exists. It is the card Two Factor Authentication on the tab 2FA & SSO, with a switch: grey is off, purple is on.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.2.K3',
		line: '1.2.S1.2',
		kind: 'missing',
		guideSays: 'Switching it on is one click.',
		truth:
			'The box Verify Mixpanel password opens and must be confirmed. People who use magic links or Google must first set a password in Your Profile. For magic-link users that ends magic links for good.',
		since: null,
		source: `${page}; docs/access-security/login-methods.mdx`,
		proof: 'documented',
	},
	{
		id: '1.2.K4',
		line: '1.2.S1.3',
		kind: 'vague',
		guideSays: 'All members must set up 2FA, without saying when or how.',
		truth:
			'People are asked at their next login, not at once. The method is an authenticator app, and the recovery codes are shown once.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '1.2.K5',
		line: '1.2.S1.3',
		kind: 'vague',
		guideSays: 'The moment of enrolment is left open.',
		truth:
			'Mixpanel contradicts itself: one section says the next login, another the second login. Try it with your own account.',
		since: null,
		source: page,
		proof: 'contradictory',
	},
	{
		id: '1.2.K6',
		line: '1.2.S2.2',
		kind: 'missing',
		guideSays: 'Methods that resist phishing exist only in the identity provider.',
		truth:
			'Mixpanel has passkeys too: Profile → Your Profile → Passkeys → Register passkey. "Skip password" is optional, and SSO demanded by the organization still wins. No setting makes passkeys the only way in for everybody.',
		since: '2026-07-14',
		source: loginPage,
		proof: 'documented',
	},
];
