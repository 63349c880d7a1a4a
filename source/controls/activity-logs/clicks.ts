import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const base = {
	path: ['Settings', 'Org', 'Audit Log'],
	values: [],
	url: deepLinks.organizationPlan,
	role: 'Organization Owner or Admin',
	plan: null,
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Organization Settings → Audit Log', 'Audit Logs', 'Organization Activity (in the guide)'],
} as const satisfies Partial<Click>;

const read: ClickGroup = {
	title: 'Read the organization log',
	appliesWhen: null,
	clicks: [
		{
			...base,
			id: '4.1.C1',
			action:
				'Open the page through the menu and check the organization name first. The page has no deep link of its own; the link opens the nearest page, of whichever organization the browser used last.',
			label: 'Audit Log',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen:
				'You see the columns Date and Time, User, Action, IP Address, and Project or Org; … opens a row.',
		},
		{
			...base,
			id: '4.1.C2',
			action:
				'Set the range (30 days by default) to everything since the last review. Narrow by Log Type, Action, Project or user; Hide Users leaves chosen people out.',
			label: 'Log Type',
			values: [{label: 'Range', template: '<since the last review>'}],
			undo: 'Clear the filters.',
			seenWhen: 'The oldest row is not younger than your last review.',
			alsoCalled: [...base.alsoCalled, 'Action', 'Project', 'Hide Users'],
		},
		{
			...base,
			id: '4.1.C3',
			action:
				'Go through the four groups and ask for each row: expected, and by whom? Logins and two-factor; roles, members and invitations; transfers, settings, pipelines and public boards; exports.',
			label: 'Action',
			values: [
				{label: 'Authentication', template: 'session.login_failed, user.twofactor_disabled'},
				{label: 'Permissions', template: 'user.role_changed, project.default_access_granted'},
				{label: 'Projects', template: 'project.transferred, board.public_access_updated'},
				{label: 'Exports', template: 'raw_event_export.requested, event_export.downloaded'},
			],
			seenWhen: 'Every unexpected row has a name beside it who will explain it.',
		},
	],
};

const keep: ClickGroup = {
	title: 'Keep it',
	appliesWhen: null,
	clicks: [
		{
			...base,
			id: '4.1.C4',
			action:
				'Clear the filters, set the range to cover everything since the last export, and export: NDJSON for tools, CSV for reading. Only what the page shows goes into the file.',
			label: 'Export',
			values: [{label: 'Format', template: 'NDJSON'}],
			sideEffect: 'The export is logged; the file holds names and IP addresses.',
			seenWhen: 'The log shows audit_log_export.created and audit_log_export.downloaded.',
		},
		{
			...base,
			id: '4.1.C5',
			path: [],
			url: null,
			action:
				'Put the file outside Mixpanel, read-only, where only those can read it who need to. Set a reminder for 30 days from now; on Free and Growth the gap must stay under 90.',
			label: null,
			values: [{label: 'Repeat', template: 'every 30 days'}],
			role: 'Whoever keeps your records',
			undo: 'Delete the file.',
			seenWhen: 'The file is in the archive and the reminder in a calendar that outlives you.',
			alsoCalled: [],
		},
	],
};

const projects: ClickGroup = {
	title: 'Read a project log',
	appliesWhen: 'You are Owner or Admin of a project but not of the organization',
	clicks: [
		{
			...base,
			id: '4.1.C6',
			path: ['Settings', 'Project', 'Audit Log'],
			url: deepLinks.project,
			action:
				'Check the project name, then review and export as above. This log has no logins, no two-factor and no creation of service accounts: ask an organization Owner or Admin for those.',
			label: 'Audit Log',
			role: 'Project Owner or Admin',
			sideEffect: 'The export is logged.',
			seenWhen: 'The file of the project lies beside that of the organization.',
			alsoCalled: ['Project Settings → Audit Log'],
		},
	],
};

/** Exact steps (guide-facts 4.1). */
export const clickGroups: readonly ClickGroup[] = [read, keep, projects];
