import {count, list} from '../controls/rule-kinds/count.ts';
import type {RuleResult} from '../types/assessment.ts';
import type {Facts, User} from '../types/facts.ts';
import type {Policy} from '../types/policy.ts';
import type {Finding} from '../types/rule.ts';
import {knownResources} from './known-resources.ts';

type NearMiss = (findings: readonly Finding[], facts: Facts, policy: Policy) => string | null;

/**
What would have to change for a rule that fails by a read to pass, as a sentence; null when there is nothing short to
say. Exempted findings count as mended, and what could not be decided is named as a condition.
*/
export function nearMiss(result: RuleResult, facts: Facts, policy: Policy): string | null {
	const known = new Map(Object.entries(conditions)).get(result.id);
	if (known === undefined || result.status !== 'fail' || result.basis === 'attested') {
		return null;
	}

	const findings = result.findings.filter(({exempted}) => exempted !== true);
	const condition = known(findings, facts, policy);
	const rest =
		result.undecided === undefined
			? ''
			: `, and if the ${result.undecided === 1 ? 'one' : result.undecided} left undecided ${result.undecided === 1 ? 'turns' : 'turn'} out fine`;
	return condition === null ? null : `Would pass if ${condition}${rest}.`;
}

const conditions: {readonly [rule: string]: NearMiss} = {
	'owner-count': (_findings, facts, policy) => {
		const joined = joinedUsers(facts);
		const owners = joined?.filter(({role}) => role === 'owner').length ?? 0;
		if (joined === null) {
			return null;
		}

		return owners > policy.maxOwners
			? `${number(owners - policy.maxOwners, 'Owner')} became Admin or Member`
			: `${number(policy.minOwners - owners, 'more person', 'more people')} became Owner`;
	},
	'least-privilege-roles': (_findings, facts, policy) => {
		const joined = joinedUsers(facts);
		const privileged = joined?.filter(({role}) => role === 'owner' || role === 'admin').length ?? 0;
		const limit = Math.max(
			policy.maxPrivileged,
			Math.floor(policy.maxPrivilegedShare * (joined?.length ?? 0) + 1e-9),
		);
		return joined === null || limit < 1 || privileged <= limit
			? null
			: `${number(privileged - limit, 'Owner or Admin', 'Owners and Admins')} became Member or Billing Admin`;
	},
	'teams-in-use': (_findings, {teams}) =>
		teams?.outcome === 'ok' && teams.value.length > 0
			? 'one of the teams had members'
			: 'there were a team with members',
	'privileged-service-accounts': (findings, {serviceAccounts}) =>
		// Without the role of every account the rule would still ask a person.
		serviceAccounts?.outcome === 'ok' &&
		serviceAccounts.value.some(
			({isOwn, organizationRole: role}) => !isOwn && (role === null || role === 'other'),
		)
			? null
			: each(findings, 'lost its role in the organization', 'lost their roles in the organization'),
	'service-account-expiry': (findings, _facts, policy) =>
		each(
			findings,
			`were deleted, or replaced by one that expires within ${policy.maxExpiryDays} days`,
			`were deleted, or replaced by ones that expire within ${policy.maxExpiryDays} days`,
		),
	'service-account-unused': findings => each(findings, 'were deleted', 'were deleted'),
	'service-account-rotation': findings =>
		each(findings, 'were replaced by a new one', 'were replaced by new ones'),
	'service-account-role': findings => each(findings, 'were Analyst or Consumer', 'were Analyst or Consumer'),
	'service-account-project-scope': (findings, _facts, {maxProjectsPerServiceAccount: limit}) =>
		each(
			findings,
			`were in ${count(limit, 'project')} at most`,
			`were in ${count(limit, 'project')} at most`,
		),
	'service-account-classified-access': findings =>
		each(findings, 'could not see classified data', 'could not see classified data'),
	'pii-classified': findings =>
		each(findings, 'were classified or blocked', 'were classified or blocked', 'properties'),
	'data-views-restrict': findings => viewsCondition(findings),
	'default-view-restricted': findings =>
		findings.length === 1
			? 'the default view there had filters and were not All Project Data'
			: `the default views of ${findings.length} projects had filters and were not All Project Data`,
};

/** The people who count; null where a role is not understood or no Owner is listed, since then no number is enough. */
function joinedUsers(facts: Facts): readonly User[] | null {
	return facts.users?.outcome === 'ok' && knownResources('admins', facts) !== null
		? facts.users.value.users.filter(user => user.invited !== true)
		: null;
}

/** The findings by name when they are few, else by number. */
function each(findings: readonly Finding[], one: string, many: string, nouns = 'accounts'): string | null {
	const names = findings.map(({resource}) => resource.name);
	switch (names.length) {
		case 0: {
			return null;
		}

		case 1: {
			return `${names[0]} ${one}`;
		}

		default: {
			return `${names.length <= 3 ? list(names) : `these ${names.length} ${nouns}`} ${many}`;
		}
	}
}

function viewsCondition(findings: readonly Finding[]): string | null {
	const bare = findings.filter(({resource}) => resource.type === 'project');
	const open = findings.filter(({resource}) => resource.type === 'data_view');
	const parts = [
		each(bare, 'had a private view', 'had private views', 'projects'),
		each(open, 'were private', 'were private', 'views'),
	].filter(part => part !== null);
	return parts.length === 0 ? null : parts.join(', and ');
}

const small = ['no', 'one', 'two', 'three', 'four', 'five'];

/** `one Owner`, `two Owners`, `12 Owners`. */
function number(amount: number, singular: string, plural: string = `${singular}s`): string {
	return `${small[amount] ?? amount} ${amount === 1 ? singular : plural}`;
}
