import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const base = {
	values: [],
	url: null,
	role: 'Project Owner or Admin',
	lockOut: false,
} as const satisfies Partial<Click>;

export const classify: ClickGroup = {
	title: 'Classify properties',
	appliesWhen: 'Growth plan or above',
	clicks: [
		{
			...base,
			id: '3.2.C6',
			path: ['Data', 'Lexicon', 'Event Properties'],
			action:
				'Check the project name. In Event Properties, then in Profile Properties, tick what identifies people, for example $email, $phone, $name and $city; mark it classified and confirm. Begin with one property, at a quiet hour.',
			label: 'Mark Classified',
			plan: 'growth',
			sideEffect:
				'Everyone without the permission, you included, loses the property in filters, breakdowns and reports, and service accounts lose it in exports.',
			undo: 'Tick it again in Lexicon and take the mark off.',
			seenWhen: 'Its Status says that it is classified.',
			alsoCalled: [
				'Data (left navigation) → Lexicon → Profile Properties',
				'Mark as sensitive',
				'The button text comes from an earlier version of the documents and is not proved today',
			],
		},
		{
			...base,
			id: '3.2.C7',
			path: ['Settings', 'Project', 'Project Users', 'Project Roles'],
			url: deepLinks.project,
			action:
				'Make a custom role with the permission Classified Data Access and give it to the few who need to see such data. The permission to mark data classified is another one and shows nothing.',
			label: 'Create Custom Role',
			values: [{label: 'Data Access, Exports, and Alerts', template: 'Classified Data Access'}],
			plan: 'enterprise',
			sideEffect: 'Whoever holds the role sees all classified data of this project.',
			undo: 'Give the former role back. Deleting the custom role turns its holders into Consumers.',
			seenWhen: 'A holder opens a report with the property without a warning; an Analyst gets the warning.',
			alsoCalled: [
				'On the page of a team a tick box for classified data is still documented',
				'Mark Data Classified, or Mark Classified Data: the permission to set the mark, printed both ways',
			],
		},
	],
};
