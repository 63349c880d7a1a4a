import type {Control} from '../types/control.ts';
import {type FactName, isKeyFact} from '../types/facts.ts';

/** Facts that only a key with the organization role Owner or Admin can read (mixpanel-api §1.3, §7). */
const organizationFacts: readonly FactName[] = ['users', 'teams', 'twoFactor', 'serviceAccounts'];

/** What a key was seen to be allowed. */
export type KeyMay = {
	/** Read the organization: its people, teams, second factor and service accounts. */
	readonly readOrganization: boolean;
	/** Read which service accounts are in a project. */
	readonly readProjectAccounts: boolean;
};

/** How many of the rules that the API can answer a key can judge, and which it cannot. */
export type KeyReach = {readonly judged: number; readonly of: number; readonly others: readonly string[]};

/** What a key can judge by what it may read. */
export function keyReach(controls: readonly Control[], may: KeyMay): KeyReach {
	const refused = (fact: FactName): boolean =>
		(!may.readOrganization && organizationFacts.includes(fact)) ||
		(!may.readProjectAccounts && fact === 'projectServiceAccounts');
	const rules = controls.flatMap(control => control.rules).filter(rule => rule.dependsOn.some(isKeyFact));
	const others = rules.filter(rule => rule.dependsOn.some(refused));
	return {judged: rules.length - others.length, of: rules.length, others: others.map(rule => rule.id)};
}
