import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const base = {values: [], plan: null, lockOut: false} as const satisfies Partial<Click>;

export const deletionRequests: ClickGroup = {
	title: 'Deletion requests',
	appliesWhen: null,
	clicks: [
		{
			...base,
			id: '3.2.C11',
			path: ['Settings', 'Profile', 'Data & Privacy'],
			action:
				'Under OAuth Token for GDPR APIs generate your personal token, keep it in the vault, and put the day it ends in the calendar: it lasts one year. Form and API both ask for it.',
			label: 'Generate',
			url: deepLinks.profileDataPrivacy,
			role: 'Organization Owner or Admin who is also project Owner or Admin',
			sideEffect: "The token can export and delete people's data: treat it like an admin password.",
			undo: 'No way to revoke it is documented; ask Mixpanel support if it leaked.',
			seenWhen: 'The page shows a token, the vault holds it and the calendar its end.',
			alsoCalled: ['Profile & Preferences', 'Account Settings → Data & Privacy'],
		},
		{
			...base,
			id: '3.2.C12',
			wait: {for: 'Mixpanel', what: 'the deletion request in Request Log', days: 28},
			path: ['Settings', 'Org', 'Data & Privacy'],
			action:
				'Check the organization name first: the link opens the nearest page, of whichever organization the browser used last. For a request: choose GDPR or CCPA and the project, enter one distinct_id or upload a CSV of up to 2,000, and submit. To hand data out instead, use Request Export.',
			label: 'Request Deletion',
			values: [
				{label: 'Organization', template: '{organizationName}'},
				{label: 'Type', template: 'GDPR or CCPA'},
				{label: 'distinct_id', template: '<exactly as stored in the project>'},
			],
			url: deepLinks.organizationPlan,
			role: 'Organization Owner or Admin',
			sideEffect:
				'Everything tied to these ids is deleted for good. The form promises 28 days for GDPR and 45 for CCPA (read off a screenshot).',
			undo: 'Cancel through the API while the request is pending; not once it has started.',
			seenWhen: 'Request Log shows it; the audit log has user_data_deletion.created.',
			alsoCalled: ['Organization Settings → Data & Privacy', 'Submit Request'],
		},
		{
			...base,
			id: '3.2.C13',
			path: [],
			action:
				'Opt the person out of tracking in your app with the opt-out method of the SDK, and stop server-side events for that id.',
			label: null,
			url: null,
			role: 'A developer of your app',
			sideEffect: 'This person no longer appears in your analytics.',
			undo: 'Opt the person in again, if the person agrees.',
			seenWhen: 'No new event arrives for the id.',
			alsoCalled: ['opt_out_tracking'],
		},
	],
};
