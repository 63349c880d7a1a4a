import {compareFacts, type Difference} from '../../../assessment/compare-facts.ts';
import {statusesBefore} from '../../../assessment/statuses-before.ts';
import type {Control, ControlId} from '../../../types/control.ts';
import type {Policy} from '../../../types/policy.ts';
import type {Status} from '../../../types/verdict.ts';
import type {Open} from '../app-state.ts';

/** What became of one control since the last assessment before the present reading. */
export type SinceLast = {
	/** When that assessment was (UTC ISO 8601); null when none was kept. */
	readonly at: string | null;
	/** What is different at Mixpanel and concerns the control; empty until everything was read again. */
	readonly changed: readonly Difference[];
	/** The rules' verdicts then; a rule of which that is not known is absent. */
	readonly statuses: ReadonlyMap<string, Status>;
};

const nothing: SinceLast = {at: null, changed: [], statuses: new Map()};
const remembered = new WeakMap<Open, Map<ControlId, SinceLast>>();

/** The last assessment is the one before the latest reading: of this run where it was read twice, else the one that was kept. */
export function sinceLast(open: Open, control: Control, policy: Policy): SinceLast {
	const known = remembered.get(open) ?? new Map<ControlId, SinceLast>();
	remembered.set(open, known);
	const found = known.get(control.id) ?? find(open, control, policy);
	known.set(control.id, found);
	return found;
}

function find(open: Open, control: Control, policy: Policy): SinceLast {
	const {earlier, facts, reading} = open;
	const before = earlier ?? open.before;
	if (before === null) {
		return nothing;
	}

	return {
		at: before.at,
		changed:
			reading.kind === 'finished'
				? compareFacts(before.facts, facts).filter(({controls}) => controls.includes(control.id))
				: [],
		statuses:
			earlier === null
				? statusesBefore(control.rules, before, {
						attestations: open.session.attestations,
						decisions: open.session,
						profile: open.session.profile,
						policy,
					})
				: new Map(
						earlier.assessment.controls
							.filter(({id}) => id === control.id)
							.flatMap(({rules}) => rules.map(({id, status}) => [id, status])),
					),
	};
}
