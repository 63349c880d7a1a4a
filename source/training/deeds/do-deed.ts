import {storedProperty} from '../build-organization.ts';
import type {Organization, StoredProject} from '../organization.ts';
import {removeAccount, removeUser} from '../remove.ts';
import {resourceId} from '../resource-id.ts';
import type {PlantedReference, Scenario} from '../scenarios/scenario.ts';
import type {Deed} from './deed.ts';

/** What a deed needs to know about the organization it is done in. */
export type Scene = {
	readonly organization: Organization;
	readonly scenario: Scenario;
	readonly seed: number;
};

/** Do it. What is no longer there is left alone; throws Error for a key the scenario does not plant. */
export function doDeed(scene: Scene, deed: Deed): void {
	const {organization} = scene;
	const idOf = (reference: PlantedReference) => resourceId(scene.scenario, scene.seed, reference);
	switch (deed.type) {
		case 'give_role': {
			const id = idOf({type: 'user', key: deed.person});
			for (const user of organization.users.filter(each => each.id === id)) {
				user.role = deed.role;
			}

			return;
		}

		case 'remove_person': {
			removeUser(organization, idOf({type: 'user', key: deed.person}));
			return;
		}

		case 'delete_service_account': {
			removeAccount(organization, idOf({type: 'service_account', key: deed.account}));
			return;
		}

		case 'send_property': {
			const {properties} = projectOf(organization, idOf({type: 'project', key: deed.project}));
			properties.push(storedProperty(deed.property, nextId(properties)));
			return;
		}

		case 'classify_property': {
			const {properties} = projectOf(organization, idOf({type: 'project', key: deed.project}));
			const {name, resourceType} = deed.property;
			for (const property of properties.filter(
				each => each.name === name && each.resourceType === resourceType,
			)) {
				property.sensitive = deed.sensitive;
			}
		}
	}
}

function projectOf({projects}: Organization, id: string): StoredProject {
	const project = projects.find(each => each.id === id);
	if (project === undefined) {
		throw new Error(`The organization has no project ${id}`);
	}

	return project;
}

function nextId(items: readonly {readonly id: string}[]): string {
	return String(items.reduce((highest, {id}) => (BigInt(id) > highest ? BigInt(id) : highest), 0n) + 1n);
}
