import type {Identity, PerProject, ProjectReference, Read} from '../types/facts.ts';
import type {ProjectChoice} from './projects-of.ts';

/**
The tasks that read one fact for each project. `complete` is called once, by the task that ends last; a project
whose read failed, or that could not be asked about, stays in the list with its reason.
*/
export function perProjectTasks<Value>(options: {
	readonly choice: ProjectChoice;
	readonly identity: Read<Identity>;
	readonly readOne: (project: ProjectReference) => Promise<Read<Value>>;
	readonly complete: (read: Read<PerProject<Value>>) => void;
}): readonly (() => Promise<void>)[] {
	const {choice, identity, readOne, complete} = options;
	if (choice.kind === 'none') {
		const {outcome, reason} = choice;
		return [async () => complete({outcome, reason, evidence: identity.evidence})];
	}

	const {projects, unplaced, unplacedReason} = choice;
	const reads = new Map<ProjectReference, Read<Value>>(
		unplaced.map(project => [
			project,
			{outcome: 'unreadable', reason: unplacedReason, evidence: identity.evidence},
		]),
	);
	const finish = (): void => {
		const value = [...projects, ...unplaced].flatMap(project => {
			const read = reads.get(project);
			return read === undefined ? [] : [{project, read}];
		});
		complete({outcome: 'ok', value, evidence: value.flatMap(({read}) => read.evidence)});
	};

	return projects.length === 0
		? [async () => finish()]
		: projects.map(project => async () => {
				reads.set(project, await readOne(project));
				if (reads.size === projects.length + unplaced.length) {
					finish();
				}
			});
}
