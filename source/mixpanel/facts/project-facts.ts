import type {DataView as ProjectDataView, Property, ServiceAccountGrant} from '../../types/facts.ts';
import type {Question} from '../ask.ts';
import {decodeDataViews} from '../decode/data-views.ts';
import {decodeProjectServiceAccounts} from '../decode/project-service-accounts.ts';
import {decodeProperties} from '../decode/properties.ts';
import {projectKey} from './needed-keys.ts';

/** Which service accounts reach a project (mixpanel-api §7). */
export function projectServiceAccountsQuestion(
	projectId: string,
	ownUsername: string,
): Question<readonly ServiceAccountGrant[]> {
	return {
		family: 'app',
		path: `/api/app/projects/${projectId}/service-accounts`,
		timeout: 'normal',
		grade: 'documented',
		needs: projectKey,
		decode: value => decodeProjectServiceAccounts(value, ownUsername),
	};
}

/** One kind of a project's properties (mixpanel-api §9.1); the other kind is a question of its own. */
export function propertiesQuestion(
	projectId: string,
	resourceType: Property['resourceType'],
): Question<readonly Property[]> {
	return {
		family: 'app',
		path: `/api/app/projects/${projectId}/data-definitions/properties/?resourceType=${resourceType}`,
		timeout: 'normal',
		grade: 'provider',
		needs: projectKey,
		decode: value => decodeProperties(value, {projectId, resourceType}),
	};
}

/** A project's data views (mixpanel-api §8). */
export function dataViewsQuestion(projectId: string): Question<readonly ProjectDataView[]> {
	return {
		family: 'app',
		path: `/api/app/projects/${projectId}/workspaces`,
		timeout: 'normal',
		grade: 'provider',
		needs: projectKey,
		decode: value => decodeDataViews(value, projectId),
	};
}
