import {claimedDomains} from '../controls/sso/claimed-domains.ts';
import {lookUpClaims} from '../evidence/look-up-claims.ts';
import type {FactName, Facts} from '../types/facts.ts';
import type {Policy} from '../types/policy.ts';
import type {Profile} from '../types/profile.ts';
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
named, where SSO is not answered with no. Rejects only when the signal aborts.
*/
export async function readBeside(
	{baseUrl, dnsServer}: Pick<Connection, 'baseUrl' | 'dnsServer'>,
	{profile, policy, wanted, signal, now}: BesideOptions,
): Promise<Facts> {
	const wants = (name: FactName): boolean => wanted === null || wanted.has(name);
	const domains = profile.sso === 'disabled' || !wants('domainClaims') ? [] : claimedDomains(profile, policy);
	const domainClaims = await lookUpClaims(domains, {
		server: dnsServer ?? null,
		isSimulated: baseUrl.kind === 'simulated',
		signal,
		now,
	});
	return domainClaims === null ? {} : {domainClaims};
}
