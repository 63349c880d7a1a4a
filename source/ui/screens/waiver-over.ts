import type {ControlResult} from '../../types/assessment.ts';

/**
The waiver of a control; where each of its failing rules has one of its own and no other rule is open, the one that
ends first. A waiver that stood for a control with rules nobody has looked at would hide them.
*/
export function waiverOver({
	waiver,
	rules,
}: Pick<ControlResult, 'waiver' | 'rules'>): {readonly expires: string} | null {
	const open = rules.filter(
		({required, status}) => required && status !== 'pass' && status !== 'not_applicable',
	);
	const each = open.map(rule => rule.waiver).filter(own => own !== null);
	return waiver === null && each.length === open.length
		? (each.toSorted((a, b) => a.expires.localeCompare(b.expires))[0] ?? null)
		: waiver;
}

/** How many rules are still open where all that fails is waived, rule by rule; 0 where a failure stands unwaived. */
export function openBesideWaived({waiver, rules}: Pick<ControlResult, 'waiver' | 'rules'>): number {
	const failing = rules.filter(({required, status}) => required && status === 'fail');
	return waiver === null && failing.length > 0 && failing.every(rule => rule.waiver !== null)
		? rules.filter(({required, status}) => required && (status === 'manual' || status === 'unknown')).length
		: 0;
}
