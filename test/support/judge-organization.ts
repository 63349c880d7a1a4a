import assert from 'node:assert/strict';
import {assess} from '../../source/assessment/assess.ts';
import type {Decisions} from '../../source/assessment/decisions.ts';
import type {Since} from '../../source/assessment/in-doubt.ts';
import {controls} from '../../source/controls/index.ts';
import type {Assessment, Attestation, ControlResult, RuleResult} from '../../source/types/assessment.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy, type Policy} from '../../source/types/policy.ts';
import {type Profile, unansweredProfile} from '../../source/types/profile.ts';
import {now} from './facts-builders.ts';

export type Said = {
	readonly profile?: Partial<Profile>;
	readonly policy?: Partial<Policy>;
	readonly attestations?: readonly Attestation[];
	readonly decisions?: Decisions;
	readonly since?: Since | readonly Since[] | null;
	readonly at?: Date;
};

/** What an assessment is made with, everything told or left at its default. */
export function contextOf(facts: Facts, said: Said = {}) {
	return {
		facts,
		profile: {...unansweredProfile, level: 'L2', ...said.profile},
		policy: {...defaultPolicy, ...said.policy},
		attestations: said.attestations ?? [],
		now: said.at ?? now,
		...(said.decisions === undefined ? {} : {decisions: said.decisions}),
		...(said.since === undefined ? {} : {since: said.since}),
	} as const;
}

/** The verdict on all nine controls, at level L2 unless told. */
export function judgeOrganization(facts: Facts, said: Said = {}): Assessment {
	return assess({...contextOf(facts, said), controls});
}

export function controlIn({controls: results}: Assessment, id: string): ControlResult {
	const found = results.find(candidate => candidate.id === id);
	assert.ok(found, `no control ${id}`);
	return found;
}

export function ruleIn({controls: results}: Assessment, id: string): RuleResult {
	const found = results.flatMap(({rules}) => rules).find(candidate => candidate.id === id);
	assert.ok(found, `no rule ${id}`);
	return found;
}
