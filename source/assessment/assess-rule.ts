import type {Attestation, RuleResult} from '../types/assessment.ts';
import type {Exemption} from '../types/decision.ts';
import type {Facts} from '../types/facts.ts';
import {defaultPolicy} from '../types/policy.ts';
import type {ResourceKey} from '../types/resource.ts';
import type {JudgeContext, Rule} from '../types/rule.ts';
import {latestAttestation, validityOf} from './attestation-validity.ts';
import {type Decisions, noDecisions} from './decisions.ts';
import {exemptionOf, exemptionsOf, overlayExemptions} from './exemptions.ts';
import {failByRows} from './fail-by-rows.ts';
import {doubt, type Since} from './in-doubt.ts';
import {type JudgedRule, measuredResult} from './measured-result.ts';
import {overlayAttestation} from './overlay-attestation.ts';
import {overlayConfirmation} from './overlay-confirmation.ts';
import {countRegister, passByRegister, type WholeRegister, wholeRegister} from './overlay-register.ts';
import {planExclusion} from './plan-exclusion.ts';
import {overridesOfRule} from './policy-of-rule.ts';
import {ruleEvidence} from './rule-evidence.ts';
import {waiveRule} from './waivers.ts';

export type RuleContext = Omit<JudgeContext, 'exempts'> & {
	/**
	Everything read in the run. `{}` is the journey by hand: every rule is then manual, or not applicable by the
	profile. A fact that is absent gives no verdict but `manual`/`no_api`: while facts still arrive, see `isPending`.
	*/
	readonly facts: Facts;
	readonly attestations: readonly Attestation[];
	/** None unless told. */
	readonly decisions?: Decisions;
	/** What earlier assessments knew, best one for each that is kept: it tells which words are in doubt. */
	readonly since?: Since | readonly Since[] | null;
};

/** One rule's verdict: the plan, else the facts, then what people have said and decided (contract §2). */
export function assessRule(rule: Rule, context: RuleContext): RuleResult {
	return judgeRule(rule, context).result;
}

/** `assessRule`, with the few words a list has room for. */
export function judgeRule(rule: Rule, context: RuleContext): JudgedRule {
	const judged = judgeBy(rule, context);
	const overrides = overridesOfRule(context.policy, rule.id);
	if (overrides.length === 0) {
		return judged;
	}

	const {status} = judgeBy(rule, {...context, policy: defaultPolicy}).result;
	const policy = {keys: overrides.map(({key}) => key), byDefault: status};
	return {...judged, result: {...judged.result, policy}};
}

function judgeBy(rule: Rule, context: RuleContext): JudgedRule {
	const {facts, now, policy, profile, decisions = noDecisions} = context;
	const exemptions = exemptionsOf(rule.id, decisions.exemptions, {now, policy});
	const taken: Exemption[] = [];
	const exempts = (resource: ResourceKey): boolean => {
		const exemption = exemptionOf(exemptions, resource);
		if (exemption !== null) {
			taken.push(exemption);
		}

		return exemption !== null;
	};

	const measurement = planExclusion(rule, profile) ?? rule.measure(facts, {now, policy, profile, exempts});
	const measured = measuredResult(rule, measurement, ruleEvidence(rule, facts));
	const meant = overlayConfirmation(measured, rule, {facts, confirmations: decisions.confirmations});
	const judged = overlayExemptions(overlayWord(meant, rule, context), exemptions, taken);
	return {...judged, result: waiveRule(judged.result, {waivers: decisions.waivers, now, policy})};
}

/** What a rule rests on where no read decides it: a word on the whole of it, or a register that is complete. */
export type PersonalWord =
	| {readonly kind: 'attestation'; readonly attestation: Attestation}
	| {readonly kind: 'register'; readonly register: WholeRegister};

/**
The word that counts for a rule: a complete register, unless a later attestation that holds says otherwise; else the
latest attestation. Null for none.
*/
export function personalWord(rule: Rule, context: RuleContext): PersonalWord | null {
	const {facts, attestations, now, decisions = noDecisions} = context;
	const attestation = latestAttestation(rule, attestations);
	const register = wholeRegister(rule, {facts, register: decisions.register, attestations, now});
	const isOverruled =
		register !== null &&
		attestation !== null &&
		attestation.status !== 'pass' &&
		attestation.at > register.at &&
		validityOf(attestation, rule, now).kind === 'holds';
	if (register !== null && !isOverruled) {
		return {kind: 'register', register};
	}

	return attestation === null ? null : {kind: 'attestation', attestation};
}

function overlayWord(measured: JudgedRule, rule: Rule, context: RuleContext): JudgedRule {
	const {facts, attestations, now, decisions = noDecisions} = context;
	const isAsked = measured.result.status === 'manual' && rule.register !== undefined;
	const rows = {facts, register: decisions.register, attestations, now};
	const refused = isAsked ? failByRows(measured, rule, rows, latestAttestation(rule, attestations)) : null;
	if (refused !== null) {
		return refused;
	}

	const word = personalWord(rule, context);
	if (word?.kind === 'register') {
		return isAsked ? passByRegister(measured, word.register) : measured;
	}

	const judged = isAsked ? countRegister(measured, rule, rows) : measured;
	if (word === null) {
		return judged;
	}

	const said = overlayAttestation(judged, rule, word.attestation, now);
	const isSaid = said.result.basis === 'attested' && said.result.measured !== null;
	return isSaid && said.result.status !== 'fail'
		? doubt(said, rule, word.attestation, {facts, since: context.since ?? null})
		: said;
}
