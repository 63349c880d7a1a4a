import type {ControlResult} from '../../types/assessment.ts';

/** The waiver of a control; where each of its failing rules has one of its own, the one that ends first. */
export function waiverOver({
	waiver,
	rules,
}: Pick<ControlResult, 'waiver' | 'rules'>): {readonly expires: string} | null {
	const failing = rules.filter(rule => rule.required && rule.status === 'fail');
	const each = failing.map(rule => rule.waiver).filter(own => own !== null);
	return waiver === null && each.length === failing.length
		? (each.toSorted((a, b) => a.expires.localeCompare(b.expires))[0] ?? null)
		: waiver;
}
