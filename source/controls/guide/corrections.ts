import type {Correction} from '../../types/control.ts';

const cis = 'CIS Controls v8, titles as at csf.tools';

/** Corrections of what stands outside the nine controls (guide-facts A, E, F). */
export const corrections: readonly Correction[] = [
	{
		id: 'guide.K1',
		line: 'Appendix A, Security Incidents',
		kind: 'wrong',
		guideSays: 'No major public security incident is known.',
		truth:
			"In November 2025 an attacker exported data of a limited number of customers from Mixpanel's own systems. Mixpanel and OpenAI have both published on it.",
		since: '2025-11-26',
		source: 'https://mixpanel.com/blog/sms-security-incident/, https://openai.com/index/mixpanel-incident/',
		proof: 'documented',
	},
	{
		id: 'guide.K2',
		line: 'Appendix A, Compliance Frameworks',
		kind: 'vague',
		guideSays: 'Mixpanel runs a bug bounty program on HackerOne.',
		truth:
			'The program is private: write to bugbounty@mixpanel.com to be taken in, with good standing on HackerOne. Other reports go to security@mixpanel.com.',
		since: null,
		source: 'mixpanel/docs: SECURITY.md',
		proof: 'documented',
	},
	{
		id: 'guide.K3',
		line: 'Appendix A',
		kind: 'missing',
		guideSays: 'The headings for Mixpanel and API documentation have no links under them.',
		truth: 'The documentation is public at docs.mixpanel.com; the pages that matter are listed here.',
		since: null,
		source: 'https://docs.mixpanel.com/docs/access-security/single-sign-on and its neighbours',
		proof: 'documented',
	},
	{
		id: 'guide.K4',
		line: 'How to Use This Guide',
		kind: 'missing',
		guideSays: 'Three levels are defined.',
		truth: 'No control is assigned to L3, so following the guide at L3 is the same as at L2.',
		since: '2025-02-05',
		source: 'The guide itself, version 0.1.0',
		proof: 'documented',
	},
	{
		id: 'guide.K5',
		line: '1.3 mapping',
		kind: 'wrong',
		guideSays: 'Access requests map to CIS 5.3.',
		truth: 'CIS 5.3 is Disable Dormant Accounts. The match is 6.1, Establish an Access Granting Process.',
		since: null,
		source: cis,
		proof: 'documented',
	},
	{
		id: 'guide.K6',
		line: '3.1 mapping',
		kind: 'wrong',
		guideSays: 'Service accounts map to CIS 3.11 and NIST SC-12.',
		truth:
			'CIS 3.11 is Encrypt Sensitive Data at Rest; the match is 5.5, Establish and Maintain an Inventory of Service Accounts. SC-12 is about cryptographic keys; secrets of an API fall under IA-5, Authenticator Management.',
		since: null,
		source: `${cis}; NIST SP 800-53 Rev. 5`,
		proof: 'documented',
	},
	{
		id: 'guide.K7',
		line: '1.1 and 2.1 mapping',
		kind: 'vague',
		guideSays: 'SSO maps to CIS 12.5, roles and project access to CIS 5.4.',
		truth:
			'CIS 12.5 is about network infrastructure; 6.7, Centralize Access Control, fits SSO. CIS 5.4 is about separate administrator accounts; 6.8, Define and Maintain Role-Based Access Control, fits roles.',
		since: null,
		source: cis,
		proof: 'documented',
	},
	{
		id: 'guide.K8',
		line: '1.2 mapping',
		kind: 'vague',
		guideSays: 'Two-factor for all users maps to CIS 6.5 and NIST IA-2(1).',
		truth: 'Both are about privileged accounts only. CIS 6.3 and IA-2(2) cover everybody else.',
		since: null,
		source: `${cis}; NIST SP 800-53 Rev. 5`,
		proof: 'documented',
	},
	{
		id: 'guide.K9',
		line: 'Section 5, SOC 2',
		kind: 'vague',
		guideSays: 'CC6.2 is met by organization roles and CC6.7 by service accounts.',
		truth:
			'CC6.2 is about registering and removing users, which 1.3 answers; roles belong to CC6.3. CC6.7 is about data leaving, which 2.2 and 3.2 answer; service accounts belong to CC6.1.',
		since: null,
		source: 'SOC 2 Trust Services Criteria 2017, points of focus 2022',
		proof: 'inferred',
	},
	{
		id: 'guide.K10',
		line: 'Section 5',
		kind: 'missing',
		guideSays: 'The quick reference covers five controls.',
		truth:
			'It leaves out 1.3, 2.2, 2.3 and 3.2, and the NIST references IA-8, AC-2, AC-3, AC-6(1) and SC-12.',
		since: '2025-02-05',
		source: 'The guide itself, version 0.1.0',
		proof: 'documented',
	},
	{
		id: 'guide.K11',
		line: 'Contributing',
		kind: 'missing',
		guideSays: 'Readers are asked to report mistakes.',
		truth: 'No address or repository is printed to report them to.',
		since: '2025-02-05',
		source: 'The guide itself, version 0.1.0',
		proof: 'documented',
	},
];
