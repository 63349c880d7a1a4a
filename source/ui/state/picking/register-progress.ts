import {momentOf} from '../../../assessment/iso-day.ts';
import {knownResources} from '../../../assessment/known-resources.ts';
import type {RegisterRow, RegisterState} from '../../../assessment/register.ts';
import {keyOf} from '../../../assessment/resource-key.ts';
import type {Facts} from '../../../types/facts.ts';
import type {Before} from '../app-state.ts';

/** How far a register is: `3 of 7 recorded, 1 not so, 2 new since 2026-11-20`. */
export function registerProgress(register: RegisterState, facts: Facts, before: Before | null): string {
	const {rows, recorded} = register;
	const refused = rows.filter(({state}) => state === 'refused').length;
	const due = rows.filter(({state}) => state === 'stale' || state === 'incomplete').length;
	const since = newSince(register, facts, before);
	return [
		`${recorded} of ${rows.length} recorded`,
		...(refused === 0 ? [] : [`${refused} not so`]),
		...(due === 0 ? [] : [`${due} to look at again`]),
		...(since === null ? [] : [`${since.rows.length} new since ${since.day}`]),
	].join(', ');
}

/**
The unrecorded rows that came after the register was last written in, or after the organization was last read; null for
none, and where nothing tells.
*/
export function newSince(
	{rows, register}: RegisterState,
	facts: Facts,
	before: Before | null,
): {readonly rows: readonly RegisterRow[]; readonly day: string} | null {
	const last = rows
		.flatMap(({said}) => (said === null ? [] : [said.at]))
		.toSorted()
		.at(-1);
	const known = before === null ? null : knownResources(register.rows, before.facts);
	const earlier = known === null ? null : new Set(known.resources.map(keyOf));
	const created = new Map(
		facts.serviceAccounts?.outcome === 'ok'
			? facts.serviceAccounts.value.map(account => [account.id, account.created])
			: [],
	);
	const isLater = ({resource}: RegisterRow): boolean => {
		const made = resource.type === 'service_account' ? momentOf(created.get(resource.id) ?? '') : null;
		const written = last === undefined ? null : momentOf(last);
		return (
			(earlier !== null && !earlier.has(keyOf(resource))) ||
			(made !== null && written !== null && made > written)
		);
	};
	const fresh = rows.filter(row => row.state === 'new' && isLater(row));
	const day = (last ?? before?.at)?.slice(0, 10);
	return fresh.length === 0 || day === undefined ? null : {rows: fresh, day};
}
