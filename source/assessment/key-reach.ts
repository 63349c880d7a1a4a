import type {Control} from '../types/control.ts';
import {type FactName, isKeyFact} from '../types/facts.ts';

/** Facts that only a key with the organization role Owner or Admin can read (mixpanel-api §1.3, §7). */
const organizationFacts: readonly FactName[] = ['users', 'teams', 'twoFactor', 'serviceAccounts'];

/** How many of the rules that the API can answer a key can judge, and which it cannot. */
export type KeyReach = {readonly judged: number; readonly of: number; readonly others: readonly string[]};

/** What a key can judge, going by whether it may read the organization. */
export function keyReach(controls: readonly Control[], readsOrganization: boolean): KeyReach {
	const rules = controls.flatMap(control => control.rules).filter(rule => rule.dependsOn.some(isKeyFact));
	const others = rules.filter(
		rule => !readsOrganization && rule.dependsOn.some(fact => organizationFacts.includes(fact)),
	);
	return {judged: rules.length - others.length, of: rules.length, others: others.map(rule => rule.id)};
}
