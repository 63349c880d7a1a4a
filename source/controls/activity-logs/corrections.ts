import type {Correction} from '../../types/control.ts';

/** Where the guide and today's Mixpanel differ (guide-facts 4.1). */
export const corrections: readonly Correction[] = [
	{
		id: '4.1.K1',
		line: '4.1.S1.1',
		kind: 'renamed',
		guideSays: 'The page is called Organization Activity.',
		truth:
			'The page is Audit Log, launched on 2026-04-06 and extended by more than 60 kinds of events on 2026-05-19. One April screenshot writes Audit Logs. Each project has an Audit Log too.',
		since: '2026-04-06',
		source: 'mixpanel/docs: docs/access-security/audit-log.mdx',
		proof: 'documented',
	},
	{
		id: '4.1.K2',
		line: null,
		kind: 'wrong',
		guideSays: 'Activity logs have to be enabled.',
		truth: 'There is nothing to enable: the audit log is on for every plan and cannot be switched off.',
		since: '2026-04-06',
		source: 'mixpanel/docs: docs/access-security/audit-log.mdx',
		proof: 'documented',
	},
	{
		id: '4.1.K3',
		line: '4.1.S1.3',
		kind: 'vague',
		guideSays: 'The log is exported for analysis, with no word on how.',
		truth:
			'Export offers CSV or NDJSON and holds only the range and view that are on screen. No API, stream or SIEM connector is documented, so exporting by hand needs a fixed rhythm.',
		since: null,
		source: 'mixpanel/docs: docs/access-security/audit-log.mdx',
		proof: 'documented',
	},
	{
		id: '4.1.K4',
		line: null,
		kind: 'missing',
		guideSays: 'Nothing about how long the log is kept.',
		truth:
			'Free and Growth keep 90 days, Enterprise two years. Each kind of event starts at the day it became available, and nothing earlier is filled in.',
		since: '2026-04-06',
		source: 'mixpanel/docs: docs/access-security/audit-log.mdx, docs/access-security/audit-log-reference.mdx',
		proof: 'documented',
	},
	{
		id: '4.1.K5',
		line: '4.1.S2.1',
		kind: 'vague',
		guideSays: 'Authentication is to be watched, without event names.',
		truth:
			'The events are session.logged_in, session.logged_out and session.login_failed, and the two-factor events of users and organization. They are in the organization log only, and none tells of a change to SSO, a domain or SCIM.',
		since: '2026-05-20',
		source: 'mixpanel/docs: docs/access-security/audit-log-reference.mdx',
		proof: 'documented',
	},
	{
		id: '4.1.K6',
		line: '4.1.S2.3',
		kind: 'vague',
		guideSays: 'Project modifications are to be watched, without event names.',
		truth:
			'Transfers, settings, pipelines, warehouse sources, cohort syncs and public boards leave events. Creating, deleting or resetting a project leaves none in the catalogue.',
		since: '2026-05-20',
		source: 'mixpanel/docs: docs/access-security/audit-log-reference.mdx',
		proof: 'documented',
	},
	{
		id: '4.1.K7',
		line: '4.1.S2.4',
		kind: 'vague',
		guideSays: 'Data exports are to be watched, without event names.',
		truth:
			"Exports of events, profiles, raw events, people's data, boards and the log itself leave events. Other calls by service accounts do not: of those only raw_event_export.requested is logged.",
		since: '2026-05-20',
		source: 'mixpanel/docs: docs/access-security/audit-log-reference.mdx',
		proof: 'documented',
	},
];
