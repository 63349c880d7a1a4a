import {overridesLine} from '../../assessment/policy-words.ts';
import {regionWords} from '../session/report-words.ts';
import type {CheckDocument} from './check-document.ts';
import {seenWords} from './coverage.ts';
import {readingWords} from './reading-words.ts';

/** One thing to know of a run before its verdicts are believed. `key` is for machines and never changes. */
export type AboutRun = {readonly key: string; readonly label: string; readonly value: string};

/** Target, coverage, level, policy, times, versions and the state of the journal, in the order a reviewer asks for them. */
export function aboutRun(document: CheckDocument): readonly AboutRun[] {
	const {target, policy, journal, tool, guide} = document;
	const {projects, users, serviceAccounts} = target.coverage;
	return [
		{key: 'organization_id', label: 'Organization id', value: target.organizationId},
		{key: 'organization_name', label: 'Organization', value: target.organizationName},
		{key: 'region', label: 'Region', value: regionWords[target.region]},
		{key: 'base_url', label: 'Address', value: target.baseUrl},
		{key: 'simulated', label: 'Simulated for training', value: target.simulated ? 'yes' : 'no'},
		{key: 'projects_seen', label: 'Projects seen', value: seenWords(projects)},
		{key: 'users_seen', label: 'Users seen', value: seenWords(users)},
		{key: 'service_accounts_seen', label: 'Service accounts seen', value: seenWords(serviceAccounts)},
		{key: 'level', label: 'Level', value: document.profile},
		{
			key: 'policy_overrides',
			label: 'Policy overrides',
			value: overridesLine(policy.overrides),
		},
		{key: 'policy_sha256', label: 'Policy', value: `SHA-256 ${policy.sha256}`},
		{key: 'read_at', label: 'Read', value: readingWords(document)},
		{key: 'judged_at', label: 'Judged', value: document.finishedAt},
		{key: 'tool', label: 'Tool', value: `${tool.name} ${tool.version}`},
		{key: 'guide', label: 'Guide', value: `${guide.version} of ${guide.updated}, ${guide.maturity}`},
		{
			key: 'journal_head',
			label: 'Journal of the session',
			value: journal.headHash === null ? 'no session' : `${journal.headHash} (${journal.proof})`,
		},
	];
}
