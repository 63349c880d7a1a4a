import type {Facts} from '../../types/facts.ts';
import type {Difference} from './difference.ts';

/** Properties that came since, in the projects that were read both times. They are many: tell only those that matter. */
export function newProperties(before: Facts, after: Facts): readonly Difference[] {
	if (before.properties?.outcome !== 'ok' || after.properties?.outcome !== 'ok') {
		return [];
	}

	const earlier = new Map(
		before.properties.value.map(({project, read}) => [
			project.id,
			read.outcome === 'ok' ? new Set(read.value.map(({id}) => id)) : null,
		]),
	);
	return after.properties.value.flatMap(({project, read}): readonly Difference[] => {
		const known = earlier.get(project.id);
		if (known === undefined || known === null || read.outcome !== 'ok') {
			return [];
		}

		return read.value
			.filter(({id}) => !known.has(id))
			.map(({id, name}) => ({
				kind: 'added',
				sentence: `${name} is new in ${project.name}`,
				resource: {type: 'property', id, name},
				controls: ['3.2'],
			}));
	});
}
