import {makeSafe} from '../terminal/make-safe.ts';
import type {Identity, ProjectReference, Read} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';

/** The projects to ask about. `unplaced` ones may belong to another organization, so they are not asked about. */
export type ProjectChoice =
	| {
			readonly kind: 'projects';
			readonly projects: readonly ProjectReference[];
			readonly unplaced: readonly ProjectReference[];
			readonly unplacedReason: SafeText;
	  }
	/** No project is known, so nothing can be said about any. */
	| {
			readonly kind: 'none';
			readonly outcome: Exclude<Read<Identity>['outcome'], 'ok'>;
			readonly reason: SafeText;
	  };

/**
The projects of one organization, taken from `/me`: the organization's own project list carries secrets and is
never read (mixpanel-api §0). The given project counts only when `/me` lists none.
*/
export function projectsOf(
	identity: Read<Identity>,
	organizationId: string,
	projectId: string | null,
): ProjectChoice {
	const unplacedReason = makeSafe('Mixpanel does not say to which organization this project belongs.');
	const listed = identity.outcome === 'ok' ? identity.value.projects : [];
	if (listed.length === 0) {
		return projectId === null
			? noneOf(identity)
			: {
					kind: 'projects',
					projects: [{id: projectId, name: makeSafe(projectId), organizationId}],
					unplaced: [],
					unplacedReason,
				};
	}

	const organizations = identity.outcome === 'ok' ? identity.value.organizations : [];
	const isOnly = organizations.every(({id}) => id === organizationId);
	const projects = listed.filter(
		project => (project.organizationId ?? (isOnly ? organizationId : null)) === organizationId,
	);
	const unplaced = isOnly ? [] : listed.filter(project => project.organizationId === null);
	return projects.length + unplaced.length === 0
		? noneOf(identity)
		: {kind: 'projects', projects, unplaced, unplacedReason};
}

function noneOf(identity: Read<Identity>): ProjectChoice {
	return identity.outcome === 'ok'
		? {
				kind: 'none',
				outcome: 'not_found',
				reason: makeSafe('Mixpanel lists no project of this organization for this service account.'),
			}
		: {kind: 'none', outcome: identity.outcome, reason: identity.reason};
}
