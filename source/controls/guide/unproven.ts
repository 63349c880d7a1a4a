/** What only a live organization can settle (guide-facts H). */
export const unproven: readonly string[] = [
	"Does Mixpanel's own two-factor setting really disappear while SSO is on? A note says so; the page and the login text read as if both exist.",
	'Is "Require users to log in using SSO?" ticked when the form first opens?',
	'Is two-factor asked for at a magic-link or passkey login, and at the first or the second login?',
	'On Growth, who can see classified data? The page of a team still shows a tick box for it.',
	'Is the MCP switch on Org → Overview or on AI Settings?',
	'Does organization_setting.updated appear when SSO changes?',
	'Who sets Organization Discoverability: Owner and Billing Admin, or Admin as well? The text says both.',
	'Which keys do the objects for two-factor, sessions, access requests and AI settings hold?',
	'Does the certificate field take the .cer file of Azure? The form names .pem and .cert.',
	'Can a custom role include access to the audit log? The FAQ says so; the list of permissions does not show it.',
];
