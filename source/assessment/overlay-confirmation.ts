import type {RuleResult} from '../types/assessment.ts';
import type {Confirmation} from '../types/decision.ts';
import type {Evidence, Facts, TwoFactorReading} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';
import type {JudgedRule} from './measured-result.ts';

/**
What a person said of the meaning of a reading, laid over what was measured (contract §2, §3). Agreement makes a
verified verdict a confirmed one and gives the one two-factor field its meaning; it never makes up for a read that
failed. Disagreement takes the verdict away: their screen counts, and somebody has to look.
*/
export function overlayConfirmation(
	judged: JudgedRule,
	rule: Pick<Rule, 'reading' | 'title'>,
	{facts, confirmations}: {readonly facts: Facts; readonly confirmations: readonly Confirmation[]},
): JudgedRule {
	const {result} = judged;
	const confirmation = confirmationOf(rule.reading, confirmations);
	const open = result.status === 'manual' && result.reasonCode === 'no_api';
	if (confirmation === null || result.status === 'unknown' || result.status === 'not_applicable' || open) {
		return judged;
	}

	if (confirmation.reading === 'two_factor') {
		const candidate = candidateOf(facts);
		return candidate !== null && candidate.key === confirmation.key
			? settle(judged, rule, candidate, confirmation)
			: judged;
	}

	if (!confirmation.agrees) {
		return contradict(judged, confirmation);
	}

	return result.basis === 'verified'
		? {
				...judged,
				result: {
					...result,
					basis: 'confirmed',
					evidence: [...result.evidence, spoken(confirmation, 'the screen shows what was read')],
				},
			}
		: judged;
}

/** The latest word on a reading, or null. */
export function confirmationOf(
	reading: Rule['reading'],
	confirmations: readonly Confirmation[],
): Confirmation | null {
	return reading === undefined
		? null
		: (confirmations.findLast(confirmation => confirmation.reading === reading) ?? null);
}

/** The one field that may be the switch of two-factor; null for none, several, or no reliable read. */
export function candidateOf({twoFactor}: Facts): TwoFactorReading['candidates'][number] | null {
	const candidates = twoFactor?.outcome === 'ok' ? twoFactor.value.candidates : [];
	return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** The field means the switch, so its value decides. */
function settle(
	judged: JudgedRule,
	{title}: Pick<Rule, 'title'>,
	candidate: TwoFactorReading['candidates'][number],
	confirmation: Confirmation,
): JudgedRule {
	if (!confirmation.agrees) {
		return contradict(judged, confirmation);
	}

	const {result} = judged;
	return {
		...judged,
		short: `not so: ${title}`,
		result: {
			...result,
			status: candidate.value ? 'pass' : 'fail',
			basis: 'confirmed',
			reasonCode: null,
			measured: measuredOf(result),
			reason: `Mixpanel reports ${candidate.key} = ${candidate.value}, and ${confirmation.by} confirmed on ${dayOf(confirmation)} that this is the switch.`,
			evidence: [...result.evidence, spoken(confirmation, `${candidate.key} is the switch`)],
		},
	};
}

function contradict({result}: JudgedRule, confirmation: Confirmation): JudgedRule {
	return {
		short: 'the screen shows something else',
		result: {
			...withoutUndecided(result),
			status: 'manual',
			basis: null,
			reasonCode: 'ambiguous',
			measured: measuredOf(result),
			findings: [],
			reason: `${confirmation.by} said on ${dayOf(confirmation)} that the screen shows something else than what was read. Look for yourself and answer the question.`,
			evidence: [...result.evidence, spoken(confirmation, 'the screen shows something else')],
		},
	};
}

function withoutUndecided({undecided: _, ...result}: RuleResult): RuleResult {
	return result;
}

function measuredOf({status, reasonCode}: RuleResult): RuleResult['measured'] {
	return {status, reasonCode};
}

function spoken(confirmation: Confirmation, what: string): Evidence {
	return {
		source: 'person',
		detail: `${confirmation.by} compared on ${dayOf(confirmation)}: ${what}`,
		grade: null,
		observedAt: confirmation.at,
		outcome: 'ok',
	};
}

function dayOf({at}: Confirmation): string {
	return at.slice(0, 10);
}
