import type {ControlId} from '../types/control.ts';
import type {Parked} from '../types/decision.ts';

/** Sorts after every day. */
const never = '9999-12-31';

/** Whether the day to look again has come; a wait without a day never ends by itself. */
export function isOver({until}: Pick<Parked, 'until'>, now: Date): boolean {
	return until !== null && until <= now.toISOString().slice(0, 10);
}

/** What waits, the soonest day first, what waits for nobody knows how long last. */
export function inOrder<Wait extends Pick<Parked, 'until'>>(waits: readonly Wait[]): readonly Wait[] {
	return waits.toSorted((one, other) => (one.until ?? never).localeCompare(other.until ?? never));
}

/** The controls of which something waits whose day has not come. */
export function waitingNow(parked: readonly Parked[], now: Date): ReadonlySet<ControlId> {
	return new Set(parked.filter(wait => !isOver(wait, now)).map(({control}) => control));
}

/** What of a control waits, the soonest first. */
export function waitsOf(control: ControlId, parked: readonly Parked[]): readonly Parked[] {
	return inOrder(parked.filter(wait => wait.control === control));
}
