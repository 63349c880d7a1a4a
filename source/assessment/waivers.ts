import type {ControlResult, RuleResult, Waiver} from '../types/assessment.ts';
import type {ControlId} from '../types/control.ts';
import type {WaiverRecord} from '../types/decision.ts';
import type {Policy} from '../types/policy.ts';
import type {Status} from '../types/verdict.ts';
import {termOf} from './term.ts';

/** What a waiver can be laid over: what is open. What passes or does not apply needs none. */
export function canBeWaived(status: Status): boolean {
	return status === 'fail' || status === 'unknown' || status === 'manual';
}

/** A waiver that counts, or why it does not, as a sentence; null when it holds. */
export function lapseOf(
	record: WaiverRecord,
	ruleVersion: number | null,
	at: {readonly now: Date; readonly policy: Policy},
): string | null {
	const term = termOf(record, at);
	if (record.scope.kind === 'rule' && record.scope.ruleVersion !== ruleVersion) {
		return `The waiver of ${record.owner} no longer counts: the rule has changed since. Please decide again.`;
	}

	switch (term.kind) {
		case 'holds': {
			return null;
		}

		case 'expired': {
			return `The waiver of ${record.owner} ended on ${record.expires}.`;
		}

		case 'malformed': {
			return `A waiver does not count: ${term.why}.`;
		}
	}
}

type WaiverContext = {
	readonly waivers: readonly WaiverRecord[];
	readonly now: Date;
	readonly policy: Policy;
};

/** A rule's result with its waiver, or with the reason why that one does not count. The status stays what it is. */
export function waiveRule(result: RuleResult, context: WaiverContext): RuleResult {
	const record = context.waivers.findLast(({scope}) => scope.kind === 'rule' && scope.rule === result.id);
	if (record === undefined || !canBeWaived(result.status)) {
		return result;
	}

	const lapse = lapseOf(record, result.version, context);
	return lapse === null
		? {...result, waiver: toWaiver(record)}
		: {...result, reason: `${result.reason} ${lapse}`};
}

/** The waiver of a whole control, beside its verdict. */
export function waiveControl(
	control: ControlId,
	verdict: Pick<ControlResult, 'status' | 'basis' | 'reason'>,
	context: WaiverContext,
): Pick<ControlResult, 'status' | 'basis' | 'reason' | 'waiver'> {
	const record = context.waivers.findLast(({scope}) => scope.kind === 'control' && scope.control === control);
	if (record === undefined || !canBeWaived(verdict.status)) {
		return {...verdict, waiver: null};
	}

	const lapse = lapseOf(record, null, context);
	return lapse === null
		? {...verdict, waiver: toWaiver(record)}
		: {...verdict, waiver: null, reason: `${verdict.reason}. ${lapse}`};
}

function toWaiver({waiver, reason, owner, expires, by, at}: WaiverRecord): Waiver {
	return {kind: waiver, reason, owner, expires, by, at};
}
