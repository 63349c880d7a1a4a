import type {StoredAccount, StoredGrant} from '../organization.ts';
import type {Simulation} from '../simulation.ts';

type Row = Readonly<Record<string, unknown>>;

/** A service account as the organization's list shows it (mixpanel-api §7). */
export function accountRow(account: StoredAccount, {organization, dialects}: Simulation): Row {
	const [creator] = organization.users;
	return {
		id: BigInt(account.id),
		username: account.username,
		last_used: account.lastUsed,
		expires: account.expires,
		created: account.created,
		creator: creator === undefined ? null : BigInt(creator.id),
		creator_name: creator?.name ?? null,
		creator_email: creator?.email ?? null,
		user: BigInt(account.id) + 90_000_000n,
		...roleOf(account, dialects.serviceAccountRole),
	};
}

/** A service account as one project's list shows it, with its role there. */
export function grantRow(account: StoredAccount, grant: StoredGrant, simulation: Simulation): Row {
	const {org_role: _one, role: _other, ...common} = accountRow(account, simulation);
	return {
		...common,
		role: grant.role,
		role_order: defaultRoles.indexOf(grant.role) + 1 || defaultRoles.length + 1,
		hasSensitiveAccess: grant.seesClassified,
		target_type: grant.through,
		email: `${account.username}@service.invalid`,
	};
}

/** Project roles every project has, the mightiest first. */
export const defaultRoles: readonly string[] = ['owner', 'admin', 'analyst', 'consumer'];

function roleOf(
	{organizationRole}: StoredAccount,
	dialect: Simulation['dialects']['serviceAccountRole'],
): Row {
	switch (dialect) {
		case 'org_role':
			return {org_role: organizationRole};
		case 'role':
			return {role: organizationRole};
		case 'null':
			return {role: null};
		case 'absent':
			return {};
	}
}
