import type {ControlId} from '../../types/control.ts';
import type {Resource} from '../../types/resource.ts';
import {compareLists, type Difference} from './difference.ts';

/** What a project brings with it: people, service accounts, views and properties. */
const ofProjects: readonly ControlId[] = ['2.2', '3.1', '3.2'];

/** Projects that the key reaches now and did not, or did and does not any more: which of the two no answer tells. */
export function compareProjects(before: readonly Resource[], after: readonly Resource[]): Difference[] {
	return compareLists(before, after, {
		added: project => ({
			kind: 'added',
			sentence: `the project ${project.name} is new, or newly in reach of the key`,
			resource: project,
			controls: ofProjects,
		}),
		gone: project => ({
			kind: 'gone',
			sentence: `the project ${project.name} is gone, or out of reach of the key`,
			resource: project,
			controls: ofProjects,
		}),
		changes: () => [],
	});
}
