import type {ControlId} from '../types/control.ts';
import type {Draft} from './draft.ts';

/** Takes back what was decided about controls and their rules: words, ticks, notes, waits. Changes at Mixpanel stay. */
export function resetDecisions(
	draft: Draft,
	controls: ReadonlySet<ControlId>,
	rules: ReadonlySet<string>,
): void {
	const within = (id: string): boolean => [...controls].some(control => id.startsWith(`${control}.`));
	for (const click of draft.ticked) {
		if (within(click)) {
			draft.ticked.delete(click);
		}
	}

	for (const map of [draft.attestations, draft.exemptions, draft.register]) {
		for (const [key, {rule}] of map) {
			if (rules.has(rule)) {
				map.delete(key);
			}
		}
	}

	for (const [key, {scope}] of draft.waivers) {
		if (scope.kind === 'control' ? controls.has(scope.control) : rules.has(scope.rule)) {
			draft.waivers.delete(key);
		}
	}

	for (const control of controls) {
		draft.notes.delete(control);
		draft.rescueSheets.delete(control);
		draft.visited.delete(control);
	}

	for (const [key, {control}] of draft.parked) {
		if (controls.has(control)) {
			draft.parked.delete(key);
		}
	}

	const kept = draft.discrepancies.filter(({click}) => !within(click));
	draft.discrepancies.splice(0, Number.POSITIVE_INFINITY, ...kept);
}
