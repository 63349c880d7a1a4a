import type {Lesson} from '../lesson.ts';

/** What a person learns before acting on control 3.2 (guide-facts 3.2). */
export const lesson: Lesson = {
	time: {text: '1–2 h', note: 'deletions take weeks', source: 'estimate'},
	description:
		'Data governance decides who sees which data inside a project, what is never collected, and how a person is deleted who asks for it.',
	threat:
		'Staff, or a thief with a staff account, read names, e-mail addresses and behaviour that they never needed for their work.',
	applicability:
		'Data views and classification need Growth or above; on Free the measures left are not sending personal data, blocking it, and separate projects. Replay masking applies only where Session Replay is used.',
	lockOutWarnings: [
		'Classified data is hidden from everyone, you included, until a custom role grants it. Custom roles need Enterprise; who can see classified data on Growth is not settled by the documents. Try one property first.',
	],
	sideEffects: [
		'Boards and reports that use a classified property show a warning to everyone without the permission.',
		'Exports by service accounts without the permission are refused or come back filtered in such projects.',
		'Blocking takes some hours to work, and data sent in the meantime and afterwards is lost for good.',
		'A view with a profile filter switches off group analysis; JQL works only in All Project Data; Lexicon edits reach all views.',
		'A public board link carries the view the board was shared from.',
		'Deleting data cannot be taken back once its waiting time is over.',
	],
	undo: [
		'Classification: take the mark off in Lexicon; people see the property again.',
		'Block: choose Unblock. What was refused meanwhile is not recovered.',
		'Data view: set the former default again, put people back, or delete the view.',
		'Event deletion: Undo within 7 days. Deletion request: cancel through the API while it is pending.',
	],
	verify: [
		'The Status column in Lexicon says that the property is classified (some pages write sensitive).',
		'A test user with the role Analyst gets the warning when opening a report that uses it.',
		'The list of data views shows Private and Restricted, and the right view as default.',
		'The audit log shows property_definition.updated, and workspace.user_added or workspace.team_added. Creating a view or changing its filters leaves no event.',
	],
	auditEvents: [
		'property_definition.updated',
		'workspace.user_added',
		'workspace.user_removed',
		'workspace.team_added',
		'workspace.team_removed',
		'user_data_deletion.created',
		'user_data_deletion.canceled',
		'event_deletion.created',
		'event_deletion.canceled',
	],
	apiNote:
		"Property flags and data views are read over routes that Mixpanel's own tools use and that are not in its public reference; the documented Lexicon Schemas API has no field for classification. GDPR requests have a documented API that needs a personal OAuth token; this program never calls it. Replay masking is set in your code, and no API tells it.",
};
