import type {Incident} from '../../types/guide.ts';

const mixpanel = 'https://mixpanel.com/blog/sms-security-incident/';
const openai = 'https://openai.com/index/mixpanel-incident/';

/** The incident of November 2025 (guide-facts F), told with its sources and without claims on what would have helped. */
export const incident: Incident = {
	guideSays: 'No major public security incident of Mixpanel is known to the guide, dated 2025-02-05.',
	summary:
		"In November 2025 an attacker reached part of Mixpanel's own systems through a smishing campaign (phishing by text message) and exported data of a limited number of customers. The breach was on the vendor's side: no setting of a customer would surely have stopped it.",
	timeline: [
		{date: '2025-11-08', text: 'Mixpanel detects a smishing campaign.', source: mixpanel},
		{
			date: '2025-11-09',
			text: 'Mixpanel learns that part of its systems was entered and a data set exported, as OpenAI reports.',
			source: openai,
		},
		{date: '2025-11-25', text: 'OpenAI receives the data set that concerns it.', source: openai},
		{
			date: '2025-11-26',
			text: 'OpenAI tells the public: names, e-mail addresses, coarse location, operating system and browser, referrers, organization and user ids of users of its API site. No chats, API keys, passwords or payment data. It stops using Mixpanel.',
			source: openai,
		},
		{
			date: '2025-11-27',
			text: 'Mixpanel publishes its response: sessions revoked, credentials rotated, employee passwords reset, logs reviewed, outside forensics and police called in, affected customers told directly.',
			source: mixpanel,
		},
		{
			date: '2025-12-19',
			text: 'OpenAI widens its notice to some ChatGPT users, as the press reports.',
			source: 'nestria.ai, thebrief.news',
		},
	],
	customersControlled: [
		'How many direct identifiers they sent and kept (3.2)',
		'How long data stayed, and whether it was deleted when they left Mixpanel',
		'How many long-lived keys existed (3.1)',
		'Whether they had exports of their own log to look into (4.1)',
	],
	customersCouldNot: [
		'How an employee of Mixpanel was approached and what that account could reach',
		'When the intrusion was noticed, and when they were told',
		'What was copied once somebody was inside the vendor',
	],
	disputed: [
		'CoinTracker said that it was affected (BleepingComputer).',
		'Pornhub named Mixpanel for data from 2021 or before. Mixpanel disputes it: it is quoted, through Reuters, that a legitimate account of an employee of the parent company last read that data in 2023. Kept as issue 22798 of vz-risk/VCDB; press: TechCrunch 2025-12-02, The Register 2025-12-16, BleepingComputer.',
	],
	note: 'The sources were read in stored copies and citations, not live: check them before quoting. No page or changelog of the Mixpanel documentation mentions the incident.',
};
