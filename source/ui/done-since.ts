import type {Change} from '../types/change.ts';
import type {SessionState} from '../types/session.ts';

/** What people did between two states of a session, in a few words each: `2 rules answered`. Empty for nothing. */
export function doneSince(before: SessionState, after: SessionState): readonly string[] {
	const notes = (state: SessionState): number =>
		[...state.notes.values()].reduce((sum, each) => sum + each.length, 0);
	return [
		...changesSince(before, after),
		counted(fresh(before.attestations, after.attestations), 'answer given', 'answers given'),
		counted(fresh(before.register, after.register), 'row registered', 'rows registered'),
		counted(fresh(before.waivers, after.waivers), 'waiver', 'waivers'),
		counted(fresh(before.exemptions, after.exemptions), 'exemption', 'exemptions'),
		counted(fresh(before.parked, after.parked), 'wait begun', 'waits begun'),
		counted(
			[...after.ticked].filter(click => !before.ticked.has(click)).length,
			'step ticked',
			'steps ticked',
		),
		counted(notes(after) - notes(before), 'note', 'notes'),
	].filter(words => words !== null);
}

/** What was changed and still stands, and what was taken back: undoing is no change of its own. */
function changesSince(before: SessionState, after: SessionState): readonly (string | null)[] {
	const applied = (state: SessionState): readonly Change[] =>
		state.changes.filter(({outcome}) => outcome === 'applied');
	const known = new Set(applied(before).map(({operation}) => operation));
	const fresh = applied(after).filter(({operation}) => !known.has(operation));
	const made = fresh.filter(({undoes}) => undoes === null);
	const undone = fresh.filter(({undoes}) => undoes !== null);
	const ofNow = undone.filter(({undoes}) => made.some(({operation}) => operation === undoes)).length;
	const words = counted(made.length, 'change made', 'changes made');
	return [
		words === null || ofNow === 0
			? words
			: `${words}${ofNow === made.length ? ' and' : `, ${ofNow} of them`} taken back`,
		counted(undone.length - ofNow, 'earlier change taken back', 'earlier changes taken back'),
	];
}

/** Entries that were not there before; what was only read back is the same by its words. */
function fresh(before: readonly unknown[], after: readonly unknown[]): number {
	const known = new Set(before.map(entry => JSON.stringify(entry)));
	return after.filter(entry => !known.has(JSON.stringify(entry))).length;
}

function counted(count: number, one: string, many: string): string | null {
	return count <= 0 ? null : `${count} ${count === 1 ? one : many}`;
}
