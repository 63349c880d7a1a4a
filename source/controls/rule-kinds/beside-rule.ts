import type {besideFacts, Facts, FactValues} from '../../types/facts.ts';
import type {JudgeContext, Measurement, Rule, RuleSource} from '../../types/rule.ts';
import type {Grade} from '../../types/verdict.ts';
import {failureWords} from './read-rule.ts';
import {commonFields, type RuleText} from './rule-text.ts';

type BesideFact = (typeof besideFacts)[number];

type BesideRuleText<Name extends BesideFact> = RuleText & {
	readonly source: RuleSource;
	readonly grade: Grade | null;
	/** The one fact that decides it. */
	readonly fact: Name;
	/** What a person should look at, or give, while the fact is absent, as a sentence. */
	readonly look: (context: JudgeContext) => string;
	/** The judgement over a value that was read; it never sees a failed read. */
	readonly judge: (value: FactValues[Name], context: JudgeContext, expected: string) => Measurement;
};

/**
A rule that evidence from beside the service account's reads decides: DNS, a certificate, an exported log, SCIM. Its
measurement is not applicable when the profile excludes it, manual (`no_api`) while nobody gave such evidence, unknown
when reading it failed, else what `judge` says.
*/
export function besideRule<Name extends BesideFact>(text: BesideRuleText<Name>): Rule {
	const expected = text.expected ?? text.title;
	return {
		...commonFields(text),
		source: text.source,
		grade: text.grade,
		dependsOn: [text.fact],
		measure(facts: Facts, context) {
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
					actual: 'no API shows it',
					reason: text.look(context),
				};
			}

			return read.outcome === 'ok'
				? text.judge(read.value, context, expected)
				: {
						status: 'unknown',
						reasonCode: read.outcome,
						expected,
						// A name server, an address of the certificate: what was not reached is not Mixpanel.
						actual:
							read.outcome === 'network' && text.source !== 'api'
								? 'could not be reached'
								: failureWords[read.outcome],
						reason: read.reason,
					};
		},
	};
}
