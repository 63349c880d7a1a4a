import type {Evidence, Facts, PerProject, Read} from '../../types/facts.ts';

/** How many requests stand behind the facts. One that answers for many facts counts once; retries are not kept. */
export function callsOf(facts: Facts): number {
	const {projectServiceAccounts, properties, dataViews, ...single} = facts;
	const reads: (Read<unknown> | undefined)[] = Object.values(single);
	for (const many of [projectServiceAccounts, properties, dataViews]) {
		reads.push(many);
		const projects: PerProject<unknown> = many?.outcome === 'ok' ? many.value : [];
		reads.push(...projects.map(({read}) => read));
	}

	const calls = new Set(reads.flatMap(read => (read?.evidence ?? []).filter(isCall).map(identityOf)));
	return calls.size;
}

function isCall({source, outcome}: Evidence): boolean {
	return source === 'api' && outcome !== 'skipped';
}

function identityOf({detail, observedAt, outcome}: Evidence): string {
	return JSON.stringify([detail, observedAt, outcome]);
}
