import type {Attestation, RuleResult} from '../types/assessment.ts';
import type {Facts} from '../types/facts.ts';
import type {JudgeContext, Rule} from '../types/rule.ts';
import {latestAttestation} from './attestation-validity.ts';
import {type JudgedRule, measuredResult} from './measured-result.ts';
import {overlayAttestation} from './overlay-attestation.ts';
import {planExclusion} from './plan-exclusion.ts';
import {ruleEvidence} from './rule-evidence.ts';

type RuleContext = JudgeContext & {readonly facts: Facts; readonly attestations: readonly Attestation[]};

/** One rule's verdict: the plan, else the facts, then the latest word of a person (contract §2). */
export function assessRule(rule: Rule, context: RuleContext): RuleResult {
	return judgeRule(rule, context).result;
}

/** `assessRule`, with the few words a list has room for. */
export function judgeRule(rule: Rule, context: RuleContext): JudgedRule {
	const {facts, attestations, ...judgeContext} = context;
	const measurement = planExclusion(rule, context.profile) ?? rule.measure(facts, judgeContext);
	const judged = measuredResult(rule, measurement, ruleEvidence(rule, facts));
	const attestation = latestAttestation(rule, attestations);
	return attestation === null ? judged : overlayAttestation(judged, rule, attestation, context.now);
}
