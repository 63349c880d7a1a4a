import type {ProjectReference, DataView as View} from '../../types/facts.ts';
import {compareLists, type Difference} from './difference.ts';

/** The traits that decide who sees what, with the words for on and off. */
const traits = [
	['isVisible', 'is open to everyone in the project', 'is private'],
	['hasAllMembers', 'has all members of the organization', 'no longer has all members'],
	['isDefault', 'is the default', 'is no longer the default'],
	['hasFilters', 'has filters', 'has no filters'],
	['isGlobal', 'shows all data', 'no longer shows all data'],
] as const;

/** Data views of one project that came, went, or are open to others; a trait that is not told compares with none. */
export function compareDataViews(
	project: ProjectReference,
	before: readonly View[],
	after: readonly View[],
): Difference[] {
	const about = (view: View) => ({
		resource: {type: 'data_view' as const, id: view.id, name: view.name},
		controls: ['3.2'] as const,
	});
	return compareLists(before, after, {
		added: view => ({
			kind: 'added',
			sentence: `the view ${view.name} in ${project.name} is new`,
			...about(view),
		}),
		gone: view => ({
			kind: 'gone',
			sentence: `the view ${view.name} in ${project.name} is gone`,
			...about(view),
		}),
		changes(old, view) {
			const changed = traits.flatMap(([trait, on, off]) =>
				old[trait] === view[trait] || old[trait] === null || view[trait] === null
					? []
					: [view[trait] ? on : off],
			);
			return changed.length === 0
				? []
				: [
						{
							kind: 'changed',
							sentence: `the view ${view.name} in ${project.name} ${changed.join(', ')} now`,
							...about(view),
						},
					];
		},
	});
}
