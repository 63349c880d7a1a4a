import type {ResourceKey} from '../types/resource.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionState} from '../types/session.ts';

/** A waiver or exemption and the last day on which it holds. `subject` is a rule, or the control that is waived as a whole. */
export type Expiring = {
	readonly kind: 'waiver' | 'exemption';
	readonly subject: string;
	/** Null for a waiver. */
	readonly resource: ResourceKey | null;
	readonly owner: SafeText;
	readonly on: string;
	readonly overdue: boolean;
};

/** What people let pass for a time, the soonest end first. */
export function expiringOf(
	{waivers, exemptions}: Pick<SessionState, 'waivers' | 'exemptions'>,
	now: Date,
): readonly Expiring[] {
	const today = now.toISOString().slice(0, 10);
	const term = ({owner, expires}: {readonly owner: SafeText; readonly expires: string}) => ({
		owner,
		on: expires,
		overdue: expires < today,
	});
	return [
		...waivers.map(
			(waiver): Expiring => ({
				kind: 'waiver',
				subject: waiver.scope.kind === 'control' ? waiver.scope.control : waiver.scope.rule,
				resource: null,
				...term(waiver),
			}),
		),
		...exemptions.map(
			(exemption): Expiring => ({
				kind: 'exemption',
				subject: exemption.rule,
				resource: exemption.resource,
				...term(exemption),
			}),
		),
	].toSorted((one, other) => one.on.localeCompare(other.on));
}
