import type {ReferenceGroup} from '../../types/guide.ts';

const docs = 'https://docs.mixpanel.com/docs';

/**
Appendix A. The guide prints the first two headings with nothing under them; the pages listed here are those we
used (guide-facts A). Items of the other two are the guide's, in our words where it writes sentences.
*/
export const references: readonly ReferenceGroup[] = [
	{
		title: 'Official Mixpanel Documentation',
		items: [
			{text: 'Single sign-on', url: `${docs}/access-security/single-sign-on`},
			{text: 'Two-factor authentication', url: `${docs}/access-security/two-factor-authentication`},
			{text: 'Login methods', url: `${docs}/access-security/login-methods`},
			{text: 'Audit log', url: `${docs}/access-security/audit-log`},
			{text: 'Audit log reference', url: `${docs}/access-security/audit-log-reference`},
			{text: 'Roles and permissions', url: `${docs}/orgs-and-projects/roles-and-permissions`},
			{text: 'Organizations', url: `${docs}/orgs-and-projects/organizations`},
			{text: 'Managing projects', url: `${docs}/orgs-and-projects/managing-projects`},
			{text: 'Data views and classification', url: `${docs}/data-governance/data-views-and-classification`},
			{text: 'Lexicon', url: `${docs}/data-governance/lexicon`},
			{text: 'Data clean-up', url: `${docs}/data-governance/data-clean-up`},
			{text: 'End user data management', url: `${docs}/privacy/end-user-data-management`},
			{text: 'Protecting user data', url: `${docs}/privacy/protecting-user-data`},
			{
				text: 'Session Replay privacy controls',
				url: `${docs}/session-replay/session-replay-privacy-controls`,
			},
			{text: 'MCP', url: `${docs}/mcp`},
		],
	},
	{
		title: 'API Documentation',
		items: [
			{text: 'API reference', url: 'https://developer.mixpanel.com/reference/overview'},
			{text: 'Service accounts', url: 'https://docs.mixpanel.com/reference/service-accounts'},
			{text: 'Service Accounts API', url: 'https://docs.mixpanel.com/reference/service-accounts-api'},
			{text: 'GDPR API', url: 'https://docs.mixpanel.com/reference/gdpr-api'},
		],
	},
	{
		title: 'Compliance Frameworks',
		items: [
			{text: 'SOC 2 Type II, ISO 27001, ISO 27701 (the guide names Mixpanel Security as source)', url: null},
			{
				text: 'Yearly audit by a third party, penetration tests, and a bug bounty on HackerOne (see our correction)',
				url: null,
			},
		],
	},
	{
		title: 'Security Incidents',
		items: [
			{text: 'The guide knows of none; see the incident of November 2025 below', url: null},
			{
				text: 'Mixpanel: response to the incident, 2025-11-27',
				url: 'https://mixpanel.com/blog/sms-security-incident/',
			},
			{text: 'OpenAI: the incident, 2025-11-26', url: 'https://openai.com/index/mixpanel-incident/'},
		],
	},
];
