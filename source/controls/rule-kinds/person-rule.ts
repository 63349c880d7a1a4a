import type {AuditLog} from '../../types/evidence-facts.ts';
import type {Rule, RuleSource} from '../../types/rule.ts';
import {logSpan} from '../activity-logs/log-words.ts';
import {commonFields, type RuleText} from './rule-text.ts';

type PersonRuleText = RuleText & {
	/** What a person should look at, and where, as a sentence. */
	readonly look: string;
	/** Where a later answer comes from (contract §3); until something is read there, a person answers. */
	readonly source?: RuleSource;
	/** What an imported audit log shows of it, in numbers; a person still says what they mean. */
	readonly inLog?: (log: AuditLog) => string;
};

/** A rule no read of today decides: manual (`no_api`) until a person answers its question, or not applicable. */
export function personRule(text: PersonRuleText): Rule {
	const expected = text.expected ?? text.title;
	return {
		...commonFields(text),
		source: text.source ?? 'person',
		grade: null,
		dependsOn: text.inLog === undefined ? [] : ['auditLog'],
		measure({auditLog}, {profile}) {
			const exclusion = text.excludes?.(profile) ?? null;
			const shown =
				text.inLog !== undefined && auditLog?.outcome === 'ok'
					? `${logSpan(auditLog.value)}: ${text.inLog(auditLog.value)}`
					: null;
			return exclusion === null
				? {
						status: 'manual',
						reasonCode: 'no_api',
						expected,
						actual: shown ?? 'no API shows it',
						reason: text.look,
					}
				: {status: 'not_applicable', ...exclusion, expected, actual: 'does not apply'};
		},
	};
}
