import {idMaker, indexWithin} from './ids.ts';
import type {PlantedReference, Scenario} from './scenarios/scenario.ts';

/** The id (contract §4) of something a scenario plants. Throws Error for a key it does not plant. */
export function resourceId(scenario: Scenario, seed: number, reference: PlantedReference): string {
	const makeId = idMaker(scenario, seed);
	switch (reference.type) {
		case 'organization':
			return makeId('organization', 0);
		case 'project':
			return makeId('project', indexOf(scenario.projects, reference.key));
		case 'user':
			return makeId('user', indexOf(scenario.people, reference.key));
		case 'team':
			return makeId('team', indexOf(scenario.teams, reference.key));
		case 'service_account':
			return makeId('service_account', indexOf(scenario.serviceAccounts, reference.key));
		case 'property': {
			const {name, resourceType} = reference.property;
			const project = makeId('project', indexOf(scenario.projects, reference.project));
			return `${project}:${resourceType}:${encodeURIComponent(name)}`;
		}

		case 'data_view': {
			const projectIndex = indexOf(scenario.projects, reference.project);
			const view = indexOf(scenario.projects[projectIndex]?.views ?? [], reference.key);
			return `${makeId('project', projectIndex)}:${makeId('data_view', indexWithin(projectIndex, view))}`;
		}
	}
}

function indexOf(items: readonly {readonly key: string}[], key: string): number {
	const index = items.findIndex(item => item.key === key);
	if (index === -1) {
		throw new Error(`The scenario plants nothing called ${key}`);
	}

	return index;
}
