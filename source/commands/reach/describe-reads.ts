import {count} from '../../controls/rule-kinds/count.ts';
import type {Facts, PerProject, Read} from '../../types/facts.ts';
import {advice} from './describe-reached.ts';
import type {Trouble} from './trouble.ts';

/**
What stands in the way when a run could read nothing of the organization, null when it could read something. Told
beside the result: the same conditions make the exit code 3 or 4 (contract §1).
*/
export function describeReads(facts: Facts, unauthorized: boolean): Trouble | null {
	if (unauthorized) {
		return {
			what: 'Mixpanel stopped accepting the key while it was reading (401).',
			why: 'The service account has expired, was deleted or got a new secret.',
			next: 'Run it again with a valid key. What was read before counts, the rest is unknown.',
		};
	}

	const reads = [facts.users, facts.teams, facts.twoFactor, facts.serviceAccounts].filter(
		read => read !== undefined,
	);
	const failed = reads.flatMap(read => (read.outcome === 'ok' ? [] : [read]));
	const telling = failed.find(({outcome}) => outcome !== 'denied') ?? failed[0];
	if (telling === undefined || failed.length < reads.length) {
		return null;
	}

	return telling.outcome === 'denied'
		? {
				what: `The key may read nothing of this organization${onlyProjects(facts)}.`,
				why: 'Every read of the organization was refused: the account is likely a Member, made in a project.',
				next: 'Make one in Settings → Org → Service Accounts with the role Admin, and run it again with that key.',
			}
		: {
				what: 'Nothing of the organization could be read.',
				why: `${telling.reason.replace(/\.$/, '')}.`,
				next: advice[telling.outcome].replace(', or give the organization’s id,', ''),
			};
}

/** A project in which anything was read is not nothing. */
function onlyProjects({projectServiceAccounts, properties, dataViews}: Facts): string {
	const reads: readonly (Read<PerProject<unknown>> | undefined)[] = [
		projectServiceAccounts,
		properties,
		dataViews,
	];
	const seen = new Set(
		reads.flatMap(read =>
			read?.outcome === 'ok'
				? read.value.flatMap(({project, read: each}) => (each.outcome === 'ok' ? [project.id] : []))
				: [],
		),
	);
	return seen.size === 0 ? '' : `, only of ${count(seen.size, 'project')}`;
}
