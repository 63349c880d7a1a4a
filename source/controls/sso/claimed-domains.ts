import type {Policy} from '../../types/policy.ts';
import type {Profile} from '../../types/profile.ts';

/** The domains that people named as claimed, each once, exactly as they wrote them (contract §3). */
export function claimedDomains(profile: Pick<Profile, 'domains'>, policy: Policy): readonly string[] {
	return [...new Set([...profile.domains, ...(policy.claimedDomains ?? [])])];
}
