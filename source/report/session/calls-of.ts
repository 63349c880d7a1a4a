import type {Evidence, Facts, PerProject, Read} from '../../types/facts.ts';

/**
How many requests stand behind the facts; retries are not kept. One that answers for many facts counts once, while two of
one fact may look the same, because evidence never names what a query asked for.
*/
export function callsOf(facts: Facts): number {
	const {projectServiceAccounts, properties, dataViews, ...single} = facts;
	const reads: (Read<unknown> | undefined)[] = Object.values(single);
	for (const many of [projectServiceAccounts, properties, dataViews]) {
		reads.push(many);
		const projects: PerProject<unknown> = many?.outcome === 'ok' ? many.value : [];
		reads.push(...projects.map(({read}) => read));
	}

	const most = new Map<string, number>();
	for (const read of reads) {
		const calls = Map.groupBy((read?.evidence ?? []).filter(isCall), identityOf);
		for (const [call, times] of calls) {
			most.set(call, Math.max(most.get(call) ?? 0, times.length));
		}
	}

	return [...most.values()].reduce((sum, times) => sum + times, 0);
}

function isCall({source, outcome}: Evidence): boolean {
	return source === 'api' && outcome !== 'skipped';
}

function identityOf({detail, observedAt, outcome}: Evidence): string {
	return JSON.stringify([detail, observedAt, outcome]);
}
