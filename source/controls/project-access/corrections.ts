import type {Correction} from '../../types/control.ts';

const page = 'mixpanel/docs: docs/orgs-and-projects/roles-and-permissions.mdx';

export const corrections: readonly Correction[] = [
	{
		id: '2.2.K1',
		line: '2.2.S1.1',
		kind: 'vague',
		guideSays: 'The place is the project settings.',
		truth: 'The page is Settings → Project → Project Users.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '2.2.K2',
		line: '2.2.S1.3',
		kind: 'missing',
		guideSays: 'The project roles are Admin, Analyst and Consumer.',
		truth:
			'There is also Owner, the strongest: it may transfer, reset or delete the project and enable Public Boards.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '2.2.K3',
		line: '2.2.S1.3',
		kind: 'missing',
		guideSays: 'The roles are fixed.',
		truth: 'Enterprise has custom roles, up to 5 in each project. The default roles cannot be edited.',
		since: '2026-04-14',
		source: `${page}; changelogs.mdx (2026-04-14)`,
		proof: 'documented',
	},
	{
		id: '2.2.K4',
		line: '2.2.S2.2',
		kind: 'vague',
		guideSays: 'Access to sensitive projects is limited, without saying where the risk is.',
		truth:
			'The concrete risk is the grant All Users in the Organization: it gives a role to everybody, now and in future.',
		since: null,
		source: page,
		proof: 'documented',
	},
	{
		id: '2.2.K5',
		line: '2.2.S2.2',
		kind: 'missing',
		guideSays: 'Nothing is said about limits inside a project.',
		truth:
			'The project is the real boundary. Inside it every member with the link opens a board, even when its sharing is Off.',
		since: null,
		source: 'mixpanel/docs: docs/boards/sharing-and-permission.mdx',
		proof: 'documented',
	},
	{
		id: '2.2.K6',
		line: '2.2.S2.1',
		kind: 'vague',
		guideSays: 'Production and test data are kept apart, without saying how.',
		truth: 'By two projects with different tokens. The residency of a project cannot be changed later.',
		since: null,
		source: 'mixpanel/docs: docs/orgs-and-projects/managing-projects.mdx',
		proof: 'documented',
	},
];
