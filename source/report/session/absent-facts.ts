import type {FactName, Facts} from '../../types/facts.ts';

const names = [
	'identity',
	'users',
	'teams',
	'twoFactor',
	'serviceAccounts',
	'projectServiceAccounts',
	'properties',
	'dataViews',
] as const satisfies readonly FactName[];

/** The facts that a reading has not come to. */
export function absentFacts(facts: Facts): readonly FactName[] {
	return names.filter(name => facts[name] === undefined);
}
