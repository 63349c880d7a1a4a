import type {ChangeEdges} from './change-edges.ts';
import type {ChangePlan, ChangeTarget} from './change-plan.ts';
import {limitOfFirstRun} from './limit-of-first-run.ts';
import {openChanges} from './open-changes.ts';

/** Why a batch may not run at all, as sentences; null when it may. Nothing is read or sent for the answer. */
export function guardBatch(
	plans: readonly ChangePlan[],
	edges: Pick<ChangeEdges, 'target' | 'changes'>,
): string | null {
	if (plans.some(({target}) => !isSameOrganization(target, edges.target))) {
		const {name, organizationId} = edges.target;
		return `This was planned for another organization than ${name} (${organizationId}), so nothing was sent. Plan it again.`;
	}

	const changes = edges.changes();
	const known = new Set(changes.map(({operation}) => operation));
	if (
		plans.some(({intent}) => known.has(intent.operation)) ||
		hasTwice(plans.map(({intent}) => intent.operation))
	) {
		return 'This was tried before, and no change is sent twice. Plan it again.';
	}

	const keys = plans.map(({intent}) => `${intent.resource.type} ${intent.resource.id}`);
	if (hasTwice(keys)) {
		return 'The same property is in the list twice. Choose each one once.';
	}

	const open = openChanges(changes).find(({resource}) => keys.includes(`${resource.type} ${resource.id}`));
	if (open !== undefined) {
		return `What came of an earlier change of ${open.resource.name} is not known yet. Read it again first.`;
	}

	const limit = limitOfFirstRun(changes);
	const first = plans.filter(({intent}) => intent.undoes === null).length;
	return limit !== null && first > limit
		? 'The first run takes one property, so that you see what follows. Choose one; more can follow after it.'
		: null;
}

/** Whether two targets are the same organization in the same place; names may differ. */
function isSameOrganization(one: ChangeTarget, other: ChangeTarget): boolean {
	const place = (target: ChangeTarget) => (target.kind === 'live' ? target.region : target.kind);
	return one.organizationId === other.organizationId && place(one) === place(other);
}

function hasTwice(texts: readonly string[]): boolean {
	return new Set(texts).size < texts.length;
}
