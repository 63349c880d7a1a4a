import {claimedDomains} from '../../controls/sso/claimed-domains.ts';
import {lookUpClaims} from '../../evidence/look-up-claims.ts';
import type {ScimUsers} from '../../types/evidence-facts.ts';
import type {FactName, Facts, Read} from '../../types/facts.ts';
import type {Policy} from '../../types/policy.ts';
import type {Profile} from '../../types/profile.ts';
import type {Secret} from '../../types/secret.ts';
import {tool} from '../../types/tool.ts';
import type {Connection} from './connection.ts';

export type BesideOptions = {
	readonly profile: Profile;
	readonly policy: Policy;
	/** Facts that a rule to be judged depends on; null = any. */
	readonly wanted: ReadonlySet<FactName> | null;
	readonly signal: AbortSignal;
	readonly now: () => Date;
};

/**
Read what lies beside the service account's own reads and needs no file: the TXT records of the domains that people
named, where SSO is not answered with no, and whether SCIM answers, where there is a token for it. Rejects only when the
signal aborts.
*/
export async function readBeside(
	{baseUrl, dnsServer, scimToken}: Pick<Connection, 'baseUrl' | 'dnsServer' | 'scimToken'>,
	{profile, policy, wanted, signal, now}: BesideOptions,
): Promise<Facts> {
	const wants = (name: FactName): boolean => wanted === null || wanted.has(name);
	const domains = profile.sso === 'disabled' || !wants('domainClaims') ? [] : claimedDomains(profile, policy);
	const scimUsers =
		scimToken != null && wants('scimUsers') ? scimUsersOf(scimToken, {baseUrl, signal, now}) : null;
	const lookedUp = lookUpClaims(domains, {
		server: dnsServer ?? null,
		isSimulated: baseUrl.kind === 'simulated',
		signal,
		now,
	});
	const [domainClaims, users] = await Promise.all([lookedUp, scimUsers]);
	return {
		...(domainClaims === null ? {} : {domainClaims}),
		...(users === null ? {} : {scimUsers: users}),
	};
}

async function scimUsersOf(
	token: Secret,
	options: Pick<Connection, 'baseUrl'> & Pick<BesideOptions, 'signal' | 'now'>,
): Promise<Read<ScimUsers>> {
	const {readScimUsers} = await import('../../mixpanel/read-scim-users.ts');
	return readScimUsers(token, {...options, version: tool.version});
}
