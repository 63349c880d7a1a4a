import type {Lesson} from '../lesson.ts';

export const lesson: Lesson = {
	time: {text: '1–2 h', note: 'and up to 24 hours for DNS', source: 'guide'},
	description:
		'Let your identity provider decide who may log in to Mixpanel. Its MFA then applies, and whoever leaves the IdP leaves Mixpanel.',
	threat:
		'Passwords get stolen and reused, and leavers get forgotten. A local login lives on outside the MFA and the off-boarding of your IdP.',
	applicability:
		'Needs Growth or Enterprise, a SAML 2.0 IdP and a domain whose DNS you can edit. Verifying the domain can add up to 24 hours. On the Free plan use 1.2 instead.',
	lockOutWarnings: [
		'In the first-time form the box "Require users to log in using SSO?" may start out ticked. Untick it until the test is done.',
		'Require Single Sign-On ends password logins for everybody but Owners and Admins.',
		'Require Single Sign-On shuts out guests whose e-mail domain is not claimed. List them first.',
		'IDP Managed Access sends everybody on the claimed domain to your IdP, member or not. Whoever the IdP refuses cannot get in.',
		'Before you enforce, two Owners must have tried a way in of their own: a vaulted password or a passkey.',
		'Without its TXT record a domain stays verified for a week at most. Then SSO stops for it.',
		'The SAML certificate expires, and Mixpanel sends no notice.',
		'Moving to Shared SSO makes the old SSO settings of the organization count for nothing.',
	],
	sideEffects: [
		"While SSO is on, Mixpanel's own two-factor setting is not available. See 1.2.",
		'IDP Managed Access adds people by themselves, with no role but what "All Users in the Organization" gives. See 2.2.',
		'A domain can belong to one Mixpanel organization only.',
		'JumpCloud with SCIM: Mixpanel warns that users may be deleted for good without warning.',
	],
	undo: [
		'Turn Require Single Sign-On off, then Single Sign-On. The settings are kept.',
		'A screenshot shows Require Single Sign-On kept as it was while SSO is off. Look at it before you turn SSO on again.',
		'IDP Managed Access: turn it off. People it added stay until you remove them.',
		'Remove SSO configuration (red button, shown once SSO was set up and is off) erases settings and certificate. It cannot be undone.',
		'Without its TXT record the domain loses its verification.',
	],
	verify: [
		'Domain Claiming shows the domain as verified.',
		'Single Sign-On, Require Single Sign-On and IDP Managed Access are purple.',
		'The pilot reaches Mixpanel only through the IdP.',
		'A plain Member who tries a password is refused.',
		'The organization audit log shows session.logged_in for the pilot.',
	],
	auditEvents: ['session.logged_in'],
	apiNote:
		'No API for SSO or claimed domains is documented, so a person attests. With a SCIM token, an answer 200 from the SCIM endpoint proves that SCIM is live; it lists users of claimed domains only. No audit event is named for SSO, domain or SCIM changes. Whether organization_setting.updated appears for them is not known, so it proves nothing.',
};
