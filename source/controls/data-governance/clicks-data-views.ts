import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const base = {
	path: ['Settings', 'Project', 'Data Views'],
	values: [],
	url: deepLinks.project,
	role: 'Project Owner or Admin',
	plan: 'growth',
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Project Settings → Data Views'],
} as const satisfies Partial<Click>;

export const dataViews: ClickGroup = {
	title: 'Data views',
	appliesWhen: 'Growth plan or above',
	clicks: [
		{
			...base,
			id: '3.2.C1',
			action:
				'Check the project name first: the link opens whichever project the browser used last. Then create a view, give it a name (255 characters at most) and a description, and save.',
			label: '+ Create Data View',
			values: [
				{label: 'Name', template: '<team or region>'},
				{label: 'Description', template: '<who it is for and what it leaves out>'},
			],
			undo: 'Delete the view.',
			seenWhen: 'The view is in the list.',
		},
		{
			...base,
			id: '3.2.C2',
			action:
				'Open the view and set its filters: which events, event properties and profile properties decide what is in it.',
			label: 'Filters',
			sideEffect: 'A profile filter switches off group analysis in this view.',
			undo: 'Remove the filter.',
			seenWhen: 'A banner about the filter greets you when you enter the view.',
		},
		{
			...base,
			id: '3.2.C3',
			action:
				'On its Overview set Visibility to Private and Editing Controls to Restricted. Later only the creator or a project Owner can change these.',
			label: 'Overview',
			values: [
				{label: 'Visibility', template: 'Private'},
				{label: 'Editing Controls', template: 'Restricted'},
			],
			undo: 'Set Public or Unrestricted again, as creator or project Owner.',
			seenWhen: 'The list says Private and Restricted.',
		},
		{
			...base,
			id: '3.2.C4',
			action: 'Add the people, teams and service accounts the view is for, each in its own tab.',
			label: '+ Add User',
			undo: 'Tick the row and press Remove.',
			seenWhen: 'The tabs Data View Users, Teams and Service Accounts list exactly those you meant.',
			alsoCalled: [...base.alsoCalled, 'Data View Users', 'Teams', 'Service Accounts'],
		},
		{
			...base,
			id: '3.2.C5',
			action:
				'Back in the list, tick the filtered view that new members should land in and make it the default.',
			label: 'Set Default',
			sideEffect:
				'People who join from now on start in this view. Whoever is in All Project Data stays there.',
			undo: 'Tick All Project Data and set it as default again.',
			seenWhen: 'The list marks the filtered view as default, not All Project Data.',
		},
	],
};
