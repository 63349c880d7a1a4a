import type {Image} from '../../types/change.ts';
import type {Property} from '../../types/facts.ts';
import type {Question} from '../ask.ts';
import {decodeProperty} from '../decode/property.ts';
import {projectKey} from './needed-keys.ts';

/** One property of a project, as a fix sees it (mixpanel-api §9.1). The name has to be well-formed text. */
export function propertyQuestion(property: {
	readonly projectId: string;
	readonly resourceType: Property['resourceType'];
	readonly rawName: string;
}): Question<Image> {
	const {projectId, resourceType, rawName} = property;
	const query = `name=${encodeURIComponent(rawName)}&resourceType=${resourceType}`;
	return {
		family: 'app',
		path: `/api/app/projects/${projectId}/data-definitions/properties?${query}`,
		timeout: 'normal',
		grade: 'provider',
		needs: projectKey,
		decode: value => decodeProperty(value, property),
	};
}
