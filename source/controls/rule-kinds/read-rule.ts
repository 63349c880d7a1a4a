import type {FactName, FactValues, ReadFailure} from '../../types/facts.ts';
import type {JudgeContext, Measurement, Rule} from '../../types/rule.ts';
import type {Grade} from '../../types/verdict.ts';
import {commonFields, type RuleText} from './rule-text.ts';
import {withoutUnseenProjects} from './unseen-projects.ts';

type ReadRuleText<Name extends FactName> = RuleText & {
	readonly grade: Grade;
	/** The one fact that decides it. */
	readonly fact: Name;
	/** The judgement over a value that was read; it never sees a failed read. */
	readonly judge: (value: FactValues[Name], context: JudgeContext, expected: string) => Measurement;
};

/** What a failed read came to, in words. */
export const failureWords: {readonly [Name in ReadFailure]: string} = {
	denied: 'refused to this key',
	not_found: 'Mixpanel has no such page for this key',
	unreadable: 'the answer could not be read reliably',
	timeout: 'no answer in time',
	network: 'Mixpanel could not be reached',
};

/**
A rule that one fact decides. Its measurement:
- not applicable when the profile excludes it;
- manual (`no_api`) when the fact is absent: there is no key, or it is not read yet (`isPending` tells which);
- unknown, with the read's own reason, when the read failed;
- unknown (`partial`) in place of a pass over each project, when the key may not reach them all;
- else what `judge` says.
*/
export function readRule<Name extends FactName>(text: ReadRuleText<Name>): Rule {
	const expected = text.expected ?? text.title;
	return {
		...commonFields(text),
		source: 'api',
		grade: text.grade,
		dependsOn: [text.fact],
		measure(facts, context) {
			const exclusion = text.excludes?.(context.profile) ?? null;
			if (exclusion !== null) {
				return {status: 'not_applicable', ...exclusion, expected, actual: 'does not apply'};
			}

			const read = facts[text.fact];
			if (read === undefined) {
				return {
					status: 'manual',
					reasonCode: 'no_api',
					expected,
					actual: 'not read',
					reason: 'Without a key nothing is read: look for yourself and answer the question.',
				};
			}

			return read.outcome === 'ok'
				? withoutUnseenProjects(text.fact, facts, text.judge(read.value, context, expected))
				: {
						status: 'unknown',
						reasonCode: read.outcome,
						expected,
						actual: failureWords[read.outcome],
						reason: read.reason,
					};
		},
	};
}
