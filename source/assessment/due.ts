import type {Assessment} from '../types/assessment.ts';
import type {Rule} from '../types/rule.ts';
import {personalWord, type RuleContext} from './assess-rule.ts';
import {holdsUntil} from './attestation-validity.ts';
import {noDecisions} from './decisions.ts';
import {registerState} from './register.ts';

/** A required rule that rests on a person's word, and the last ISO day on which that holds. */
export type DueRule = {readonly rule: string; readonly on: string};

/**
The required rules in the profile that rest on a person's word or did until it ran out, soonest first: what
`AssessmentRecord.due` holds. `context` is the one the assessment was made with; `rules` are those it judged.
*/
export function dueRules(
	assessment: Pick<Assessment, 'controls'>,
	rules: readonly Rule[],
	context: RuleContext,
): DueRule[] {
	const resting = new Set(
		assessment.controls
			.filter(({inProfile}) => inProfile)
			.flatMap(control => control.rules)
			.filter(
				({required, basis, measured, reasonCode}) =>
					required && (reasonCode === 'stale' || (basis === 'attested' && measured !== null)),
			)
			.map(({id}) => id),
	);
	return rules
		.filter(({id}) => resting.has(id))
		.flatMap(rule => {
			const on = endOf(rule, context);
			return on === null ? [] : [{rule: rule.id, on}];
		})
		.toSorted((one, other) => one.on.localeCompare(other.on) || one.rule.localeCompare(other.rule));
}

function endOf(rule: Rule, context: RuleContext): string | null {
	const word = personalWord(rule, context);
	switch (word?.kind) {
		case 'attestation': {
			return holdsUntil(word.attestation, rule);
		}

		case 'register': {
			return word.register.until;
		}

		default: {
			return endOfRegister(rule, context);
		}
	}
}

/** The day the first of its rows ran out. */
function endOfRegister(
	rule: Rule,
	{facts, attestations, now, decisions = noDecisions}: RuleContext,
): string | null {
	const rows = registerState(rule, facts, decisions.register, now, attestations)?.rows ?? [];
	return rows.flatMap(({until}) => (until === null ? [] : [until])).toSorted()[0] ?? null;
}
