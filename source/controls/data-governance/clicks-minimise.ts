import type {Click, ClickGroup} from '../../types/control.ts';

const base = {values: [], url: null, plan: null, lockOut: false} as const satisfies Partial<Click>;

export const minimise: ClickGroup = {
	title: 'Store less',
	appliesWhen: null,
	clicks: [
		{
			...base,
			id: '3.2.C8',
			wait: {for: 'Mixpanel', what: 'the block to take effect', days: 1},
			path: ['Data', 'Lexicon'],
			action:
				'Check the project name. For passwords, card numbers and other things that should never have been sent: fix the code, tick the property here, press Block, and press Block again to confirm.',
			label: 'Block',
			role: 'Project Owner',
			sideEffect: 'Works after some hours. From then on the data is not stored and can never be recovered.',
			undo: 'Tick it and press Unblock; what was refused meanwhile stays lost.',
			seenWhen: 'Its Status says Blocked.',
			alsoCalled: ['Drop'],
		},
		{
			...base,
			id: '3.2.C9',
			wait: {for: 'Mixpanel', what: 'the deleted events to be cleared', days: 30},
			path: ['Data', 'Lexicon', 'Data Governance', 'Data Deletion'],
			action:
				'Ask for the stored events to be deleted: choose the event, narrow it by property and time, look at the preview, submit. It reaches back 180 days, and a project has ten requests a month.',
			label: 'Request an Event Deletion',
			role: 'Project Owner or Admin',
			sideEffect: 'The events are hidden at once, gone for good after 7 days, and cleared within 30.',
			undo: 'Press Undo in the table within 7 days; not afterwards.',
			seenWhen: 'The request is in the table; the audit log has event_deletion.created.',
			alsoCalled: ['Settings → Project → Data Deletion'],
		},
		{
			...base,
			id: '3.2.C10',
			path: [],
			action:
				'If you use Session Replay, look in the code that starts it. Keep the defaults: all text and all inputs masked, images and videos blocked. Question each unmask selector. Password, e-mail, telephone, hidden and autocomplete inputs are masked whatever you set.',
			label: null,
			values: [
				{label: 'record_mask_all_text', template: 'true (default)'},
				{label: 'record_mask_all_inputs', template: 'true (default)'},
			],
			role: 'A developer of your app',
			sideEffect: 'What was recorded unmasked before stays in the replays kept so far.',
			undo: 'Change the options back and ship the app again.',
			seenWhen: 'A new replay of a page with personal data shows asterisks.',
			alsoCalled: ['record_unmask_text_selector', 'record_unmask_input_selector', 'record_block_selector'],
		},
	],
};
