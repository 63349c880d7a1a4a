import type {Correction} from '../../types/control.ts';

/** Where the guide and today's Mixpanel differ (guide-facts 3.2). */
export const corrections: readonly Correction[] = [
	{
		id: '3.2.K1',
		line: '3.2.S1.1',
		kind: 'vague',
		guideSays: 'Data views restrict access, with no word on the plan or on what they leave open.',
		truth:
			'Growth is enough for data views. A view filters which rows people query, by event, event property and profile property. It hides no property, and APIs that use the project token or API Secret see the whole project all the same.',
		since: '2026-02-24',
		source: 'mixpanel/docs: docs/data-governance/data-views-and-classification.mdx',
		proof: 'documented',
	},
	{
		id: '3.2.K2',
		line: '3.2.S1.2',
		kind: 'wrong',
		guideSays: 'Hiding a sensitive property protects it.',
		truth:
			'Hiding only tidies the menus: anyone can choose to show hidden entries. Mark the property classified to protect it; to stop storing it use Block, which was called Drop before and which only a project Owner may use.',
		since: null,
		source: 'mixpanel/docs: docs/data-governance/lexicon.mdx',
		proof: 'documented',
	},
	{
		id: '3.2.K3',
		line: '3.2.S1.3',
		kind: 'vague',
		guideSays: 'Views are applied to the appropriate users.',
		truth:
			'New members land in the default view, and that is All Project Data, without filters, until you set another. A Public view can be joined by anyone in the project; choose Private, with Editing Controls Restricted.',
		since: null,
		source: 'mixpanel/docs: docs/data-governance/data-views-and-classification.mdx',
		proof: 'documented',
	},
	{
		id: '3.2.K4',
		line: '3.2.S2.1',
		kind: 'wrong',
		guideSays: 'PII classification is something to enable.',
		truth:
			'There is no such switch: each property is marked in Lexicon. Since April 2026 seeing classified data takes the permission Classified Data Access in a custom role, which is Enterprise; no default role has it, not even Owner.',
		since: '2026-04-14',
		source: 'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx',
		proof: 'documented',
	},
	{
		id: '3.2.K5',
		line: '3.2.S2.2',
		kind: 'wrong',
		guideSays: 'Data masking can be configured.',
		truth:
			'No masking is documented for event or profile data. What there is: not sending it, hashing ids before sending, classifying, blocking, the masking of Session Replay, and exclusions in Autocapture.',
		since: null,
		source:
			'mixpanel/docs: docs/session-replay/session-replay-privacy-controls.mdx, docs/privacy/protecting-user-data.mdx',
		proof: 'documented',
	},
	{
		id: '3.2.K6',
		line: '3.2.S2.3',
		kind: 'vague',
		guideSays: 'Deletion requests should be supported.',
		truth:
			'Requests go through a form or an API, both with a personal GDPR OAuth token that lasts one year, and can take weeks. Deleting does not stop new data: the person has to be opted out of tracking too.',
		since: null,
		source: 'mixpanel/docs: docs/privacy/end-user-data-management.mdx',
		proof: 'documented',
	},
];
