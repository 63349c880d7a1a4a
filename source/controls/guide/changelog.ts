import type {ChangelogEntry} from '../../types/guide.ts';

/** As printed. */
export const changelog: readonly ChangelogEntry[] = [
	{
		date: '2025-02-05',
		version: '0.1.0',
		maturity: 'draft',
		changes: 'Initial guide with SSO, access controls, and data governance',
		author: 'Claude Code (Opus 4.5)',
	},
];
