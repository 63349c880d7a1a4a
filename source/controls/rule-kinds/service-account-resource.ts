import type {ServiceAccount, ServiceAccountGrant} from '../../types/facts.ts';
import type {Resource} from '../../types/resource.ts';
import type {Measurement} from '../../types/rule.ts';

/** A service account as findings name one. */
export function accountResource(account: ServiceAccount): Resource {
	return {type: 'service_account', id: account.id, name: account.username};
}

/** The service account behind a project grant. */
export function grantResource(grant: ServiceAccountGrant): Resource {
	return {type: 'service_account', id: grant.serviceAccountId, name: grant.username};
}

/** A list without any account is not whole: the account that asked for it is missing. */
export function noAccounts(expected: string): Measurement {
	return {
		status: 'unknown',
		reasonCode: 'unreadable',
		expected,
		actual: 'an empty list',
		reason: 'The list of service accounts came back empty, without even the one in use: it cannot be whole.',
	};
}
