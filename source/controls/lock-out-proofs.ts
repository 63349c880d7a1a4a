import type {LockOutProofId} from '../types/control.ts';

/** A proof before a lock-out risk: what should be so, and the rule whose pass says the same; null where none does. */
export type LockOutProof = {readonly statement: string; readonly rule: string | null};

/** Product §3, guide-facts D: what to be sure of before a click that can lock people out. */
export const lockOutProofs: {readonly [Id in LockOutProofId]: LockOutProof} = {
	'another-owner': {statement: 'There is another Owner, who can take it back.', rule: null},
	'login-tested': {
		statement: 'A pilot got in through the identity provider.',
		rule: 'sso-login-tested',
	},
	'break-glass': {
		statement: 'Two Owners get in without the identity provider.',
		rule: 'break-glass-owners',
	},
	'guests-known': {
		statement: 'Guests on unclaimed domains are known, and they know.',
		rule: 'guests-outside-claimed-domains',
	},
	'own-password': {statement: 'You have a Mixpanel password: taking it back asks for it.', rule: null},
	'app-installed': {statement: 'Everybody knows the day and has an authenticator app.', rule: null},
	'factor-in-idp': {
		statement: 'Everybody it concerns has such a factor in the identity provider.',
		rule: null,
	},
	'roles-listed': {statement: 'It is written down who has which role now.', rule: null},
	'access-listed': {statement: 'It is written down who loses access, and they know.', rule: null},
};
