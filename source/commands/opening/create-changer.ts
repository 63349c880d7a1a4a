import type {Client} from '../../mixpanel/client.ts';
import {applyChanges} from '../../remediation/apply-changes.ts';
import type {ChangePlan, ChangeTarget, Planned} from '../../remediation/change-plan.ts';
import {createChangeEdges} from '../../remediation/create-change-edges.ts';
import {planClassify} from '../../remediation/plan-classify.ts';
import {planUndo} from '../../remediation/plan-undo.ts';
import {placeOfProperty} from '../../remediation/property-place.ts';
import {reconcile} from '../../remediation/reconcile.ts';
import type {Session} from '../../session/session.ts';
import type {Image} from '../../types/change.ts';
import type {Identity, ProjectReference, Read} from '../../types/facts.ts';
import type {Resource} from '../../types/resource.ts';
import type {Changer, PlannedChanges} from '../../ui/effects/changer.ts';

/** The changes the wizard can make in an organization, over its client and its session. */
export function createChanger(parts: {
	readonly client: Client;
	readonly session: Session;
	readonly target: ChangeTarget;
	readonly identity: Read<Identity>;
	readonly now: () => Date;
}): Changer {
	const {session, target, identity} = parts;
	const edges = createChangeEdges(parts);

	/** The property as it stands now with its project, or why it is not planned on. */
	const look = async (
		resource: Resource,
		signal: AbortSignal,
	): Promise<{readonly project: ProjectReference; readonly image: Image} | string> => {
		const place = placeOfProperty(resource.id);
		const projects = identity.outcome === 'ok' ? identity.value.projects : [];
		const project = projects.find(({id}) => id === place?.projectId);
		if (place === null || project === undefined) {
			return `${resource.name} is in no project that this key reaches.`;
		}

		const read = await edges.readProperty(place, {signal});
		return read.outcome === 'ok'
			? {project, image: read.value}
			: `${resource.name} could not be read (${read.outcome}): ${read.reason}`;
	};

	const planEach = async (
		resources: readonly Resource[],
		signal: AbortSignal,
		plan: (resource: Resource, project: ProjectReference, image: Image) => Planned,
	): Promise<PlannedChanges> => {
		const plans: ChangePlan[] = [];
		const refused: string[] = [];
		for (const resource of resources) {
			const looked = await look(resource, signal);
			const planned: Planned =
				typeof looked === 'string'
					? {kind: 'refused', why: looked}
					: plan(resource, looked.project, looked.image);
			if (planned.kind === 'planned') {
				plans.push(planned.plan);
			} else {
				refused.push(planned.why);
			}
		}

		return {plans, refused};
	};

	return {
		planClassify: (resources, by, signal) =>
			planEach(resources, signal, ({id, name}, project, before) =>
				planClassify({
					property: {id, name},
					project,
					target,
					plan: session.state.profile.plan,
					before,
					operation: edges.newOperation(),
					by,
				}),
			),
		async planUndo(operation, by, signal) {
			const change = session.state.changes.find(candidate => candidate.operation === operation);
			return change === undefined
				? {plans: [], refused: ['That change is not in this session.']}
				: planEach([change.resource], signal, (_, project, current) =>
						planUndo({
							change,
							current,
							changes: session.state.changes,
							project,
							target,
							operation: edges.newOperation(),
							by,
						}),
					);
		},
		apply: (plans, options) => applyChanges(plans, edges, options),
		async reconcile(signal) {
			const settled = await reconcile(session.state.changes, edges, signal);
			return settled.map(({change, detail}) => `${change.resource.name}, left open before: ${detail}`);
		},
	};
}
