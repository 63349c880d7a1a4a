import type {StartRow} from './state/app-state.ts';

/** The roads that are always there: practise, connect, by hand, read. `serviceAccount` is the one of the environment, if any. */
export function roadRows(
	practice: {readonly scenario: string; readonly seed: number},
	serviceAccount: string | null,
): readonly StartRow[] {
	return [
		{
			kind: 'road',
			road: {kind: 'practise', ...practice},
			title: 'Practise',
			text: 'on a simulated Mixpanel (TRAINING): no network, nothing real',
		},
		{
			kind: 'road',
			road: {kind: 'connect', organizationId: null},
			title: 'Connect',
			text:
				serviceAccount === null
					? 'to your organization, with a service account'
					: `with the service account of your environment`,
		},
		{
			kind: 'road',
			road: {kind: 'by_hand'},
			title: 'By hand',
			text: 'without a key: the same journey, you look, it remembers',
		},
		{kind: 'read', title: 'Read', text: 'the guide, with what has changed since it was written'},
	];
}
