import {userResource} from '../controls/rule-kinds/user-resource.ts';
import type {Facts} from '../types/facts.ts';
import type {Resource, ResourceKey} from '../types/resource.ts';
import {knownResources} from './known-resources.ts';
import {keyOf} from './resource-key.ts';

/** Whether a thing is among those that a run saw; null where the facts do not list all of its kind. */
export function isSeen(resource: ResourceKey, facts: Facts): boolean | null {
	const all = allOf(resource.type, facts);
	return all === null ? null : all.some(each => keyOf(each) === keyOf(resource));
}

function allOf(type: ResourceKey['type'], facts: Facts): readonly Resource[] | null {
	switch (type) {
		case 'service_account': {
			return knownResources('service_accounts', facts)?.resources ?? null;
		}

		case 'user': {
			return facts.users?.outcome === 'ok' ? facts.users.value.users.map(userResource) : null;
		}

		case 'project': {
			const known = knownResources('projects', facts);
			return known?.unseen === null ? known.resources : null;
		}

		case 'organization':
		case 'team':
		case 'invitation':
		case 'domain':
		case 'property':
		case 'data_view': {
			return null;
		}
	}
}
