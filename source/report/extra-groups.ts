import type {Extra, GuideDocument} from '../types/guide.ts';

/** Advice beyond the guide under what it protects. */
export type ExtraGroup = {readonly title: string; readonly extras: readonly Extra[]};

const groups: readonly {readonly title: string; readonly ids: readonly string[]}[] = [
	{title: 'Signing in, and who may', ids: ['G1', 'G4', 'G5', 'G10', 'G11', 'G18', 'G20', 'G22']},
	{title: 'Keys and tokens', ids: ['G6', 'G7']},
	{title: 'Who sees the data, and where it goes', ids: ['G2', 'G3', 'G12', 'G13', 'G19']},
	{title: 'AI and MCP', ids: ['G8', 'G9']},
	{title: 'What is collected, and kept where', ids: ['G14', 'G15', 'G16', 'G17', 'G21']},
];

/** The extras by group, each group in the order of the guide facts: the most useful first. What no group names comes last. */
export function extraGroups({extras}: Pick<GuideDocument, 'extras'>): readonly ExtraGroup[] {
	const named = new Set(groups.flatMap(({ids}) => ids));
	return [
		...groups.map(({title, ids}) => ({title, extras: extras.filter(({id}) => ids.includes(id))})),
		{title: 'More', extras: extras.filter(({id}) => !named.has(id))},
	].filter(group => group.extras.length > 0);
}
