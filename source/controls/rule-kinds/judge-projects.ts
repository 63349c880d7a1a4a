import type {PerProject, ProjectReference} from '../../types/facts.ts';
import type {Measurement} from '../../types/rule.ts';
import type {Verdict} from './judge-each.ts';

type ReadProject<Value> = {readonly project: ProjectReference; readonly value: Value};

/** The projects that were read, and a verdict for each that was not. */
export function splitProjects<Value>(projects: PerProject<Value>): {
	readonly seen: readonly ReadProject<Value>[];
	readonly missed: readonly Verdict[];
	/** `2 of 3 projects read`. */
	readonly coverage: string;
} {
	const seen = projects.flatMap(({project, read}) =>
		read.outcome === 'ok' ? [{project, value: read.value}] : [],
	);
	const missed = projects.flatMap(({project, read}): Verdict[] =>
		read.outcome === 'ok'
			? []
			: [
					{
						kind: 'undecided',
						reasonCode: read.outcome,
						name: project.name,
						why: read.reason.replace(/\.$/, ''),
					},
				],
	);
	return {seen, missed, coverage: `${seen.length} of ${projects.length} projects read`};
}

/** A key that reaches no project has seen nothing: no pass can rest on that. */
export function noProjects(expected: string): Measurement {
	return {
		status: 'unknown',
		reasonCode: 'partial',
		expected,
		actual: 'no project seen',
		reason: 'The key reaches no project, so nothing could be looked at.',
	};
}
