import type {Attestation} from '../types/assessment.ts';
import type {Facts} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';
import type {Status} from '../types/verdict.ts';
import {assessRule, type RuleContext} from './assess-rule.ts';
import {type Decisions, noDecisions} from './decisions.ts';
import {effectiveProfile} from './effective-profile.ts';

/** Facts of an earlier assessment, and when that was (UTC ISO 8601). */
type Earlier = {readonly facts: Facts; readonly at: string};

/**
What rules were judged to be at an earlier assessment, from its facts and what had been said by then; today's answers
about the organization and today's policy hold. A rule on which something was said or decided since is absent: what
stood there before is not known, since the latest word replaces the one before.
*/
export function statusesBefore(
	rules: readonly Rule[],
	{facts, at}: Earlier,
	context: Omit<RuleContext, 'facts' | 'now' | 'since'>,
): ReadonlyMap<string, Status> {
	const {decisions = noDecisions} = context;
	const attestations = upTo(at, context.attestations);
	const then: Decisions = {
		waivers: upTo(at, decisions.waivers),
		exemptions: upTo(at, decisions.exemptions),
		register: upTo(at, decisions.register),
		confirmations: upTo(at, decisions.confirmations),
	};
	const now = new Date(at);
	if (Number.isNaN(now.getTime())) {
		return new Map();
	}

	const profile = effectiveProfile(context.profile, attestations, now);
	return new Map(
		rules
			.filter(rule => !isSpokenOfSince(rule, at, context.attestations, decisions))
			.map(rule => [
				rule.id,
				assessRule(rule, {facts, attestations, decisions: then, profile, policy: context.policy, now}).status,
			]),
	);
}

function upTo<Word extends {readonly at: string}>(at: string, words: readonly Word[]): readonly Word[] {
	return words.filter(word => word.at <= at);
}

function isSpokenOfSince(
	rule: Rule,
	at: string,
	attestations: readonly Attestation[],
	{exemptions, register, confirmations}: Decisions,
): boolean {
	return (
		[...attestations, ...exemptions, ...register].some(word => word.rule === rule.id && word.at > at) ||
		confirmations.some(word => word.reading === rule.reading && word.at > at)
	);
}
