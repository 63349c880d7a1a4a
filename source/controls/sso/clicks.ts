import type {ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';
import {postbackUrl} from './postback-url.ts';

const inMixpanel = {
	values: [],
	url: deepLinks.organizationPlan,
	role: 'Organization Owner or Admin',
	plan: 'growth',
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: [],
} as const;

const outside = {...inMixpanel, path: [], url: null, role: 'IdP administrator'} as const;

const accessSecurity = ['Settings', 'Org', 'Access Security'] as const;
const ssoTab = [...accessSecurity, '2FA & SSO'] as const;

export const clickGroups: readonly ClickGroup[] = [
	{
		title: 'Claim and verify your domain',
		appliesWhen: null,
		clicks: [
			{
				...inMixpanel,
				id: '1.1.C1',
				path: accessSecurity,
				action:
					'Check the organization name first: the link opens whichever organization this browser used last. It opens the plan page, the nearest one with a published link. Confirm the plan there, then choose Access Security.',
				label: 'Access Security',
				values: [{label: 'Organization', template: '{organizationName}'}],
				seenWhen: 'The right organization name, and the tabs 2FA & SSO, Domain Claiming and SCIM.',
				alsoCalled: ['Organization Settings → Access Security'],
			},
			{
				...inMixpanel,
				id: '1.1.C2',
				path: [...accessSecurity, 'Domain Claiming'],
				action:
					'Press Add a Domain and confirm with your Mixpanel password. Fill in Domain name in the window Claim a domain, then press Submit Claim.',
				label: 'Submit Claim',
				values: [{label: 'Domain name', template: '{domain}'}],
				sideEffect: 'A domain can belong to one organization only.',
				seenWhen: 'The domain is listed with the status Pending and a Verification Token.',
			},
			{
				...outside,
				id: '1.1.C3',
				wait: {for: 'the owner of DNS', what: 'the TXT record at the root of the domain', days: 2},
				role: 'DNS administrator',
				action:
					'Copy the token from the column Verification Token. Add it as a TXT record at the root of the domain, and leave it there for good.',
				label: null,
				values: [
					{label: 'Name', template: '{domain}'},
					{label: 'TXT', template: 'mixpanel-domain-verify=<token>'},
				],
				sideEffect: 'Once the record is missing for a week, Mixpanel takes the verification back.',
				undo: 'Delete the TXT record. After a week the verification is gone, and SSO stops for the domain.',
				seenWhen: 'A DNS lookup of the domain shows the TXT record.',
			},
			{
				...inMixpanel,
				id: '1.1.C4',
				wait: {for: 'DNS', what: 'Mixpanel to find the TXT record', days: 1},
				path: [...accessSecurity, 'Domain Claiming'],
				action:
					'Press the round arrow beside Pending, or wait: it can take up to 24 hours. Until then a message says the domain is not verified yet.',
				label: null,
				seenWhen: 'The status says verified. "Action Required to Enable SSO" is gone from the tab 2FA & SSO.',
			},
		],
	},
	{
		title: 'Connect the identity provider',
		appliesWhen: null,
		clicks: [
			{
				...inMixpanel,
				id: '1.1.C5',
				path: ssoTab,
				action:
					'Check the organization name. On the card Single Sign-On turn the switch on. Copy the Postback URL that appears.',
				label: 'Single Sign-On',
				values: [{label: 'Postback URL', template: postbackUrl}],
				sideEffect: 'None yet: the form has its own Enable and Cancel buttons.',
				undo: 'Press Cancel.',
				seenWhen: 'The form with Postback URL is open, and the URL carries your organization id.',
				alsoCalled: ['SAML SSO'],
			},
			{
				...outside,
				id: '1.1.C6',
				fields: 'to_idp',
				wait: {for: 'the owner of the identity provider', what: 'the Mixpanel app there', days: 3},
				action:
					'Create the Mixpanel app in your IdP. Okta, Azure (Entra), OneLogin and Google have one ready; JumpCloud needs a custom app. Use the names in the field map, add the attributes, and assign a pilot user and yourself. For logins that start at the IdP and should land in the EU or India, begin the host of the Postback URL with eu. or in.',
				label: null,
				values: [
					{
						label: 'ACS, Reply, Recipient and Destination URL',
						template: 'https://sso.mixpanel.com/sso/saml2',
					},
					{
						label: 'Audience or SP Entity ID',
						template: 'https://mixpanel.com/security/sso/v2/authorize/',
					},
					{label: 'Start or Sign-on URL (the Postback URL)', template: postbackUrl},
					{label: 'Attribute, required', template: 'email'},
					{label: 'Attribute, optional', template: 'firstName'},
					{label: 'Attribute, optional', template: 'lastName'},
				],
				undo: 'Remove the app or its assignments in the IdP.',
				seenWhen: 'The app exists, and pilot and admin are assigned to it.',
			},
			{
				...inMixpanel,
				id: '1.1.C7',
				fields: 'from_idp',
				proofs: ['another-owner', 'break-glass'],
				path: ssoTab,
				action:
					'Fill in Issuer URL and Identity Provider Sign-In URL, choose the certificate (X.509 as PEM, never .xml). For now untick "Require users to log in using SSO?", then press Enable.',
				label: 'Enable',
				values: [
					{label: 'Identity Provider Sign-In URL', template: "<the IdP's login URL>"},
					{label: 'Issuer URL', template: "<the IdP's entity id>"},
					{label: 'SAML Certificate (.pem, .cert)', template: '<file .pem or .cert>'},
				],
				sideEffect:
					'With the box ticked, passwords stop for everybody but Owners and Admins before any test. While SSO is on, the two-factor setting of Mixpanel is not available.',
				undo: 'Turn Require Single Sign-On off, then Single Sign-On. Owners and Admins can still log in with a password.',
				seenWhen: 'The switch Single Sign-On is purple and Require Single Sign-On is grey.',
				lockOut: true,
				alsoCalled: [
					'Select SAML Certificate',
					'Public Certificate',
					'Authentication URL',
					'Require Users to Log In using SSO',
				],
			},
		],
	},
	{
		title: 'Test, then enforce',
		appliesWhen: null,
		clicks: [
			{
				...inMixpanel,
				id: '1.1.C8',
				wait: {for: 'the pilot', what: 'a login through the identity provider', days: 1},
				path: [],
				action:
					'Stay signed in. Open a private window and log in as the pilot user. Then start Mixpanel once from the IdP.',
				label: null,
				url: deepLinks.login,
				role: 'Pilot user',
				seenWhen: 'The login goes to the IdP and comes back into Mixpanel, both ways.',
			},
			{
				...inMixpanel,
				id: '1.1.C9',
				proofs: ['another-owner', 'login-tested', 'break-glass', 'guests-known'],
				wait: {for: 'the change window', what: 'Require Single Sign-On', days: 7},
				path: ssoTab,
				action:
					'Check the organization name. Go on only when the pilot and one admin got in, two Owners have a vaulted password or a passkey, and you have a list of guests on unclaimed domains. Then turn Require Single Sign-On on.',
				label: 'Require Single Sign-On',
				sideEffect:
					'Password logins end for everybody but Owners and Admins. Guests whose e-mail domain is not claimed can no longer log in.',
				undo: 'Turn Require Single Sign-On off. An Owner or Admin can log in with a password to do it.',
				seenWhen: 'The switch is purple, and a plain Member is refused with a password.',
				lockOut: true,
				alsoCalled: ['Require users to log in using SSO?'],
			},
			{
				...inMixpanel,
				id: '1.1.C10',
				proofs: ['login-tested', 'break-glass'],
				path: ssoTab,
				action:
					'Turn IDP Managed Access on, at the bottom of the same tab. Mixpanel recommends it for most customers, above all with SCIM.',
				label: 'IDP Managed Access',
				sideEffect:
					'Everybody on the claimed domain is sent to the IdP, member or not. Those who pass join the organization by themselves, with no role but what "All Users in the Organization" gives.',
				undo: 'Turn the switch off. People who joined stay until you remove them.',
				seenWhen: 'The switch is purple.',
				lockOut: true,
				alsoCalled: ['Just-in-Time provisioning (JIT)'],
			},
			{
				...outside,
				id: '1.1.C11',
				role: 'Whoever looks after the IdP certificate',
				action:
					'Put the expiry date of the SAML certificate in a calendar, with time to spare. Mixpanel sends no notice.',
				label: null,
				seenWhen: 'The date and its owner are written down.',
			},
		],
	},
	{
		title: 'Guests and leavers',
		appliesWhen: 'There are guests on other e-mail domains, or the plan is Enterprise',
		clicks: [
			{
				...inMixpanel,
				id: '1.1.C12',
				proofs: ['access-listed'],
				path: ['Settings', 'Org', 'Users & Teams', 'Users'],
				action:
					'Do this before 1.1.C9. Check the organization name and note everybody whose e-mail domain is not claimed. Give them an address on a claimed domain, or remove them.',
				label: 'Users',
				url: deepLinks.organizationTeams,
				plan: null,
				sideEffect: 'A removed person leaves all projects and teams at once.',
				undo: 'Removing cannot be undone: invite the person again.',
				seenWhen: 'Every address in the list is on a claimed domain, or you accept that it is shut out.',
				lockOut: true,
				alsoCalled: ['Organization Settings → Users & Teams'],
			},
			{
				...inMixpanel,
				id: '1.1.C13',
				proofs: ['another-owner', 'break-glass'],
				path: [...accessSecurity, 'SCIM'],
				action:
					'Enterprise: check the organization name, press Generate Token and put the token straight into the IdP or a vault. It is shown once, and whoever has it can add and remove people. Okta, OneLogin and Azure can use it.',
				label: 'Generate Token',
				values: [{label: 'SCIM base URL', template: 'https://mixpanel.com/api/app/scim/v2'}],
				plan: 'enterprise',
				sideEffect:
					'A new token kills the old one. SCIM touches users of claimed domains only. JumpCloud: Mixpanel warns that users may be deleted for good.',
				undo: 'Generate a new token: the old one stops. How to switch SCIM off is not documented.',
				seenWhen: 'A pilot unassigned in the IdP disappears in Mixpanel.',
				lockOut: true,
				alsoCalled: ['Organization Settings → Access Security'],
			},
		],
	},
];
