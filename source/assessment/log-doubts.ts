import type {Attestation, RuleResult} from '../types/assessment.ts';
import type {AuditEvent, AuditLog} from '../types/evidence-facts.ts';
import type {Rule} from '../types/rule.ts';
import {personalWord, type RuleContext} from './assess-rule.ts';
import {laterKinds, timeOf} from './in-doubt.ts';

/** Why an imported log puts a word in doubt. */
export type LogDoubts = {
	readonly word: Attestation;
	/** Kinds of events that touch it and came after it: how many the log holds in all, and when the last was. */
	readonly kinds: AuditLog['kinds'];
	/** Those events that came after it, the newest first, as far as they are known one by one. */
	readonly events: readonly AuditEvent[];
};

/** The events of an imported log that put the word on a rule in doubt; null where none does. */
export function logDoubts(
	rule: Rule,
	{reasonCode}: Pick<RuleResult, 'reasonCode'>,
	context: RuleContext,
): LogDoubts | null {
	const {auditLog} = context.facts;
	const word = reasonCode === 'in_doubt' ? personalWord(rule, context) : null;
	if (auditLog?.outcome !== 'ok' || word?.kind !== 'attestation') {
		return null;
	}

	const kinds = laterKinds(rule.id, word.attestation, auditLog.value);
	const names = new Set(kinds.map(({name}) => name));
	const since = timeOf(word.attestation);
	return kinds.length === 0
		? null
		: {
				word: word.attestation,
				kinds,
				events: (auditLog.value.recent ?? []).filter(
					({name, at}) => names.has(name) && Date.parse(at) > since,
				),
			};
}
