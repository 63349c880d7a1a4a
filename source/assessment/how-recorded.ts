import type {RuleResult} from '../types/assessment.ts';
import type {Confirmation} from '../types/decision.ts';
import type {Rule} from '../types/rule.ts';
import type {ReasonCode} from '../types/verdict.ts';
import {personalWord, type RuleContext} from './assess-rule.ts';
import {holdsUntil} from './attestation-validity.ts';
import {noDecisions} from './decisions.ts';
import {confirmationOf} from './overlay-confirmation.ts';

/** What carries a rule's verdict today. Days are ISO dates, the last on which a word holds; null where its date is unclear. */
export type Recorded =
	/** Read, as long ago as the facts say. */
	| {readonly kind: 'verified'}
	/** Read; what the field means was compared once by a person, who is named. */
	| {readonly kind: 'confirmed'; readonly by: string | null; readonly at: string | null}
	| {readonly kind: 'said'; readonly by: string; readonly on: string; readonly until: string | null}
	/** Row by row; the first row runs out on that day. */
	| {readonly kind: 'register'; readonly by: readonly string[]; readonly until: string}
	/** The answers about the organization decide it. */
	| {readonly kind: 'answered'}
	/** Nothing decides it yet, or no longer. */
	| {readonly kind: 'open'; readonly reasonCode: ReasonCode | null};

/** How a rule's verdict is recorded: pure, from the verdict and the decisions it was made with. */
export function howRecorded(rule: Rule, result: RuleResult, context: RuleContext): Recorded {
	switch (result.basis) {
		case 'verified': {
			return {kind: 'verified'};
		}

		case 'confirmed': {
			const word: Confirmation | null = confirmationOf(
				rule.reading,
				(context.decisions ?? noDecisions).confirmations,
			);
			return {kind: 'confirmed', by: word?.by ?? null, at: word?.at ?? null};
		}

		case 'attested': {
			return result.measured === null ? {kind: 'answered'} : byWord(rule, context);
		}

		case null: {
			return {kind: 'open', reasonCode: result.reasonCode};
		}
	}
}

function byWord(rule: Rule, context: RuleContext): Recorded {
	const word = personalWord(rule, context);
	switch (word?.kind) {
		case 'attestation': {
			const {attestation} = word;
			return {
				kind: 'said',
				by: attestation.by,
				on: attestation.observedOn.slice(0, 10),
				until: holdsUntil(attestation, rule),
			};
		}

		case 'register': {
			const {state, until} = word.register;
			const by = new Set(state.rows.flatMap(({entry}) => (entry === null ? [] : [String(entry.by)])));
			return {kind: 'register', by: [...by], until};
		}

		default: {
			return {kind: 'answered'};
		}
	}
}
