import {compareFacts, type Difference} from '../../assessment/compare-facts.ts';
import type {Parked} from '../../types/decision.ts';
import type {Open} from './app-state.ts';

/** What a person who comes back wants to know first (product §2, Resume). */
export type News = {
	/** What is different at Mixpanel since the last assessment; empty until everything was read again. */
	readonly changed: readonly Difference[];
	/** When the last assessment was; null when none was kept. */
	readonly since: string | null;
	/** Rules whose attestation has run out. */
	readonly due: readonly {readonly rule: string; readonly control: string; readonly reason: string}[];
	/** Rules whose word something has put in doubt. */
	readonly inDoubt: readonly {readonly rule: string; readonly control: string; readonly reason: string}[];
	readonly waiting: readonly Parked[];
};

const remembered = new WeakMap<Open, News>();

export function newsOf(open: Open): News {
	const known = remembered.get(open) ?? findNews(open);
	remembered.set(open, known);
	return known;
}

/** Whether a difference is what this program did itself, which is no news to whoever did it. */
function isOwn({resource}: Difference, since: string, {changes}: Open['session']): boolean {
	return changes.some(
		change =>
			change.outcome === 'applied' &&
			change.resource.id === resource?.id &&
			change.resource.type === resource.type &&
			(change.settledAt ?? '') > since,
	);
}

function findNews(open: Open): News {
	const {before, facts, reading, assessment, session} = open;
	const rules = assessment.controls.flatMap(control =>
		control.rules.map(({id, reasonCode, reason}) => ({rule: id, control: control.id, reasonCode, reason})),
	);
	return {
		changed:
			before === null || reading.kind !== 'finished'
				? []
				: compareFacts(before.facts, facts).filter(difference => !isOwn(difference, before.at, session)),
		since: before?.at ?? null,
		due: rules.filter(({reasonCode}) => reasonCode === 'stale'),
		inDoubt: rules.filter(({reasonCode}) => reasonCode === 'in_doubt'),
		waiting: session.parked,
	};
}
