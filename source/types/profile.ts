import type {Level} from './verdict.ts';

/** What the API cannot tell about the organization and a person has answered; null = not asked or skipped. */
export type Profile = {
	readonly level: Level;
	readonly sso: 'enabled' | 'disabled' | null;
	readonly plan: 'free' | 'growth' | 'enterprise' | null;
	readonly idp: 'okta' | 'entra' | 'google' | 'onelogin' | 'jumpcloud' | 'other' | null;
	readonly domains: readonly string[];
	/** Whether Session Replay is used. */
	readonly replay: boolean | null;
	/** The person's own organization role. */
	readonly role: 'owner' | 'admin' | 'billing_admin' | 'member' | null;
};

export const unansweredProfile: Profile = {
	level: 'L1',
	sso: null,
	plan: null,
	idp: null,
	domains: [],
	replay: null,
	role: null,
};
