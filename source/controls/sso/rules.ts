import type {Rule} from '../../types/rule.ts';
import {eventCounts} from '../activity-logs/log-words.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {domainClaimPublished} from './domain-claim.ts';
import {guestsOutsideClaimedDomains} from './guests.ts';
import {samlCertificateExpiry} from './saml-certificate.ts';
import {scimProvisioning} from './scim-provisioning.ts';

const growth = {
	name: 'growth',
	without: "Until then require Mixpanel's own two-factor authentication (control 1.2).",
} as const;

/** The rules of control 1.1 (contract §3). No API shows the state of SSO, so nearly all of them ask a person. */
export const rules: readonly Rule[] = [
	personRule({
		id: 'sso-enabled',
		title: 'Single Sign-On is switched on and filled in',
		required: true,
		plan: growth,
		validDays: 90,
		question:
			'Is the switch on the card Single Sign-On on, with Identity Provider Sign-In URL, Issuer URL and SAML Certificate filled in?',
		worthWriting: 'the switch as it stands, the Sign-In URL, the name of the certificate',
		look: 'Look at Settings → Org → Access Security → 2FA & SSO, card Single Sign-On.',
		clicks: ['1.1.C5', '1.1.C6', '1.1.C7'],
	}),
	domainClaimPublished,
	personRule({
		id: 'sso-login-tested',
		title: "A pilot's login through SSO was seen",
		required: true,
		plan: growth,
		validDays: 180,
		question: 'Did a pilot user get into Mixpanel through the identity provider, in a private window?',
		worthWriting: 'who logged in, when, and how it went',
		look: 'Log in as the pilot in a private window, or look for session.logged_in by the pilot in Org → Audit Log.',
		inLog: log =>
			`${eventCounts(log, ['session.logged_in', 'session.login_failed'])}; whether through SSO it does not say`,
		clicks: ['1.1.C8'],
	}),
	personRule({
		id: 'sso-required',
		title: 'Require Single Sign-On is on',
		required: true,
		plan: growth,
		validDays: 90,
		question: 'Is the switch Require Single Sign-On on (purple)?',
		worthWriting: 'the switch as it stands, and what a Member with a password was told',
		look: 'Look at Settings → Org → Access Security → 2FA & SSO, switch Require Single Sign-On.',
		clicks: ['1.1.C9'],
	}),
	personRule({
		id: 'break-glass-owners',
		title: 'Two Owners get in when the identity provider is down',
		required: true,
		validDays: 90,
		question:
			'Can two Owners log in without the identity provider, with a vaulted password or a passkey that was tried?',
		worthWriting: 'which two Owners, how each got in, and when',
		look: 'Have two Owners try their vaulted password or passkey at the Mixpanel login page.',
		clicks: ['2.3.C6'],
	}),
	samlCertificateExpiry,
	personRule({
		id: 'idp-managed-access',
		title: 'IDP Managed Access is on',
		required: false,
		plan: growth,
		validDays: 90,
		question: 'Is the switch IDP Managed Access on (purple)?',
		worthWriting: 'the switch as it stands',
		look: 'Look at the bottom of Settings → Org → Access Security → 2FA & SSO.',
		clicks: ['1.1.C10'],
	}),
	scimProvisioning,
	guestsOutsideClaimedDomains,
];
