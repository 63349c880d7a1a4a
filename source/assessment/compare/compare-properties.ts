import type {ProjectReference, Property} from '../../types/facts.ts';
import type {Difference} from './difference.ts';

/** The marks that protect a property, with the words for on and off. Hiding protects nothing (mixpanel-api §9). */
const marks = [
	['sensitive', 'is classified', 'is no longer classified'],
	['dropped', 'is blocked', 'is no longer blocked'],
] as const;

/** Properties of one project that were protected or laid open. Those that came or went are not told: they are many. */
export function compareProperties(
	project: ProjectReference,
	before: readonly Property[],
	after: readonly Property[],
): Difference[] {
	const earlier = new Map(before.map(property => [property.id, property]));
	return after.flatMap((property): Difference[] => {
		const old = earlier.get(property.id);
		const changed = marks.flatMap(([mark, on, off]) =>
			old === undefined || old[mark] === property[mark] || old[mark] === null || property[mark] === null
				? []
				: [property[mark] ? on : off],
		);
		return changed.length === 0
			? []
			: [
					{
						kind: 'changed',
						sentence: `${property.name} in ${project.name} ${changed.join(', ')}`,
						resource: {type: 'property', id: property.id, name: property.name},
						controls: ['3.2'],
					},
				];
	});
}
