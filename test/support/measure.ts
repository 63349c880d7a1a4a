import assert from 'node:assert/strict';
import {controls} from '../../source/controls/index.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy, type Policy} from '../../source/types/policy.ts';
import {type Profile, unansweredProfile} from '../../source/types/profile.ts';
import type {Measurement, Rule} from '../../source/types/rule.ts';
import {identityOver, now} from './facts-builders.ts';

export function ruleNamed(id: string): Rule {
	const rule = controls.flatMap(control => control.rules).find(candidate => candidate.id === id);
	assert.ok(rule, `no rule ${id}`);
	return rule;
}

/**
What the rule makes of the facts, with the default policy and nothing answered unless told. The key reaches every
project unless the facts say who it is.
*/
export function measure(
	id: string,
	facts: Facts,
	more: {readonly policy?: Partial<Policy>; readonly profile?: Partial<Profile>} = {},
): Measurement {
	return ruleNamed(id).measure(
		{identity: identityOver(facts), ...facts},
		{
			now,
			policy: {...defaultPolicy, ...more.policy},
			profile: {...unansweredProfile, ...more.profile},
		},
	);
}

/** Status, with the reason code when there is one: `unknown partial`. */
export function verdict(...parameters: Parameters<typeof measure>): string {
	const {status, reasonCode} = measure(...parameters);
	return reasonCode === undefined ? status : `${status} ${reasonCode}`;
}

/** The findings as `id: message`. */
export function findings(...parameters: Parameters<typeof measure>): string[] {
	return (measure(...parameters).findings ?? []).map(({resource, message}) => `${resource.id}: ${message}`);
}
