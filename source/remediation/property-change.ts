import {makeSafe} from '../terminal/make-safe.ts';
import type {ChangeIntent, ChangeRequest, Image} from '../types/change.ts';
import type {ProjectReference} from '../types/facts.ts';
import type {Resource} from '../types/resource.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {ChangePreview, ChangeTarget} from './change-plan.ts';
import {organizationWords} from './organization-words.ts';
import {type PropertyPlace, placeOfProperty} from './property-place.ts';

/** The one request that sets or takes off the mark of a property: these three fields and no other (mixpanel-api §0.2, §9.1). */
function markRequest(place: PropertyPlace, sensitive: boolean): ChangeRequest {
	const {projectId, rawName: name, resourceType} = place;
	return {
		method: 'PATCH',
		path: `/api/app/projects/${projectId}/data-definitions/properties`,
		body: JSON.stringify({name, resourceType, sensitive}),
	};
}

/** The place of a property if it may be changed: its project is the given one and belongs to the target. Else why not. */
export function placeIn(
	resource: Resource,
	project: ProjectReference,
	target: ChangeTarget,
): PropertyPlace | string {
	const place = resource.type === 'property' ? placeOfProperty(resource.id) : null;
	if (place === null) {
		return `The name of ${resource.name} cannot be sent exactly, so it is not changed from here.`;
	}

	const isElsewhere = project.organizationId !== null && project.organizationId !== target.organizationId;
	if (place.projectId !== project.id || isElsewhere) {
		return `${resource.name} does not belong to ${target.name} (${target.organizationId}), so it is not changed from here.`;
	}

	return place;
}

/** An intent to mark a property or to take the mark off. */
export function markIntent(details: {
	readonly place: PropertyPlace;
	readonly resource: Resource;
	readonly before: Image;
	readonly sensitive: boolean;
	readonly operation: string;
	readonly undoes: string | null;
	readonly by: SafeText;
}): ChangeIntent {
	const {place, sensitive, ...rest} = details;
	return {
		...rest,
		fix: 'classify-property',
		control: '3.2',
		rule: 'pii-classified',
		request: markRequest(place, sensitive),
		desired: {sensitive},
	};
}

/** The parts of a preview that say where and what is sent. */
export function previewOf(
	intent: ChangeIntent,
	project: ProjectReference,
	target: ChangeTarget,
): Pick<ChangePreview, 'where' | 'project' | 'subject' | 'sends' | 'no'> {
	const place = `project ${project.name} (${project.id})`;
	return {
		where: `${organizationWords(target)} · ${place}`,
		project: place,
		subject: intent.resource.name,
		sends: [
			makeSafe(`${intent.request.method} ${intent.request.path}`, 500),
			makeSafe(intent.request.body, 2000),
		],
		no: 'No, go back',
	};
}
