import type {GuideDocument} from '../../types/guide.ts';

/** Head and opening of the guide: title, status, figures and names as printed, prose in our words. */
export const overview = {
	title: 'Mixpanel Hardening Guide',
	version: '0.1.0',
	updated: '2025-02-05',
	maturity: 'draft',
	badge: 'AI Drafted',
	subject:
		'Product analytics platform hardening for Mixpanel including SAML SSO, project access controls, and data governance',
	overview:
		'Mixpanel collects what people do in your product so that teams can analyse it. Its settings therefore decide how private those data are, and how far the analyses built on them can be trusted.',
	audience: [
		'Security engineers who run analytics platforms',
		'IT administrators who configure Mixpanel',
		'Product teams who work with its data',
		'GRC professionals who assess how that data is protected',
	],
	levels: [
		{id: 'L1', name: 'Baseline', text: 'What every organization needs.'},
		{id: 'L2', name: 'Hardened', text: 'More, for environments where security matters especially.'},
		{id: 'L3', name: 'Maximum Security', text: 'The strictest, for regulated industries.'},
	],
	levelsNote:
		'The guide gives six controls to L1 and three to L2 (1.3, 2.2 and 3.2). It gives none to L3. Here L3 means L2 plus the extras beyond the guide, which are advice and never scored.',
	scope: 'Mixpanel only: SAML SSO, access to organization and projects, API security and data governance.',
	sections: [
		{number: 1, title: 'Authentication & SSO'},
		{number: 2, title: 'Access Controls'},
		{number: 3, title: 'Data Security'},
		{number: 4, title: 'Monitoring & Compliance'},
		{number: 5, title: 'Compliance Quick Reference'},
	],
	contributing:
		'The guide asks readers to report mistakes and to help improve it, without an address. `mixpanel-harden guide --corrections` prints what we found, one entry each, ready to paste into an issue.',
} as const satisfies Partial<GuideDocument>;
