import type {IdpFieldMap} from '../../types/control.ts';
import {postbackUrl} from './postback-url.ts';

/** Field names per identity provider (guide-facts 1.1; the vendor's page for each, OneLogin has none). */
export const fieldMaps: readonly IdpFieldMap[] = [
	{
		idp: 'okta',
		name: 'Okta',
		fields: [
			{
				mixpanel: 'Identity Provider Sign-In URL',
				idp: 'Redirect Login URL',
				note: 'Mixpanel app → Sign On → View SAML setup instructions. Mixpanel texts also say Authentication URL.',
			},
			{mixpanel: 'Issuer URL', idp: 'Identity Provider Issuer', note: null},
			{
				mixpanel: 'SAML Certificate (.pem, .cert)',
				idp: 'Download Certificate',
				note: 'Also under SAML Signing Certificates → Actions. Mixpanel texts also say Public Certificate.',
			},
			{
				mixpanel: 'Postback URL',
				idp: 'Single sign on URL',
				note: 'Custom app only: the app in the Okta catalogue has these values built in.',
				enter: postbackUrl,
			},
			{
				mixpanel: 'https://sso.mixpanel.com/sso/saml2',
				idp: 'Requestable SSO URLs, Recipient URL, Destination URL',
				note: 'Custom app only. Requestable SSO URLs sits under advanced settings.',
				enter: 'https://sso.mixpanel.com/sso/saml2',
			},
			{
				mixpanel: 'https://mixpanel.com/security/sso/v2/authorize/',
				idp: 'Audience URI',
				note: 'Custom app only.',
				enter: 'https://mixpanel.com/security/sso/v2/authorize/',
			},
			{mixpanel: 'email', idp: 'user.email', note: 'Required.', enter: 'email'},
			{mixpanel: 'firstName', idp: 'user.firstName', note: null, enter: 'firstName'},
			{mixpanel: 'lastName', idp: 'user.lastName', note: null, enter: 'lastName'},
		],
	},
	{
		idp: 'entra',
		name: 'Microsoft Entra ID (Azure AD)',
		fields: [
			{mixpanel: 'Identity Provider Sign-In URL', idp: 'Login URL', note: null},
			{mixpanel: 'Issuer URL', idp: 'Azure AD Identifier', note: null},
			{
				mixpanel: 'SAML Certificate (.pem, .cert)',
				idp: 'Certificate (Base64)',
				note: "Azure's file ends in .cer, Mixpanel's form names .pem and .cert: not proved which it takes. An .xml is the wrong file.",
			},
			{mixpanel: 'Postback URL', idp: 'Sign on URL', note: null, enter: postbackUrl},
			{
				mixpanel: 'https://sso.mixpanel.com/sso/saml2',
				idp: 'Reply URL',
				note: null,
				enter: 'https://sso.mixpanel.com/sso/saml2',
			},
			{
				mixpanel: 'https://mixpanel.com/security/sso/v2/authorize/',
				idp: 'Entity ID',
				note: null,
				enter: 'https://mixpanel.com/security/sso/v2/authorize/',
			},
			{
				mixpanel: 'email',
				idp: 'user.mail',
				note: 'Required. Clear the Namespace field of the claim, or the login fails.',
				enter: 'email',
			},
			{mixpanel: 'firstName', idp: 'user.givenname', note: 'Clear Namespace here too.', enter: 'firstName'},
			{mixpanel: 'lastName', idp: 'user.surname', note: 'Clear Namespace here too.', enter: 'lastName'},
		],
	},
	{
		idp: 'google',
		name: 'Google Workspace',
		fields: [
			{mixpanel: 'Identity Provider Sign-In URL', idp: 'SSO URL', note: 'Shown by Download metadata.'},
			{mixpanel: 'Issuer URL', idp: 'Entity ID', note: 'Shown by Download metadata.'},
			{mixpanel: 'SAML Certificate (.pem, .cert)', idp: 'Certificate', note: 'Shown by Download metadata.'},
			{
				mixpanel: 'Postback URL',
				idp: 'Start URL',
				note: 'Custom app only: the Mixpanel app in the Google catalogue has these values built in.',
				enter: postbackUrl,
			},
			{
				mixpanel: 'https://sso.mixpanel.com/sso/saml2',
				idp: 'ACS URL',
				note: 'Custom app only.',
				enter: 'https://sso.mixpanel.com/sso/saml2',
			},
			{
				mixpanel: 'https://mixpanel.com/security/sso/v2/authorize/',
				idp: 'Entity ID (service provider)',
				note: 'Custom app only.',
				enter: 'https://mixpanel.com/security/sso/v2/authorize/',
			},
			{
				mixpanel: 'email',
				idp: 'Attribute mapping',
				note: 'Required. firstName and lastName are optional.',
				enter: 'email',
			},
		],
	},
	{
		idp: 'jumpcloud',
		name: 'JumpCloud',
		fields: [
			{
				mixpanel: 'Identity Provider Sign-In URL',
				idp: 'IDP URL',
				note: 'JumpCloud has no ready app: make a custom one.',
			},
			{
				mixpanel: 'Issuer URL',
				idp: 'IDP Entity ID',
				note: 'Choose any URL that no other Mixpanel customer uses, with your company name in it.',
			},
			{mixpanel: 'SAML Certificate (.pem, .cert)', idp: 'IDP certificate', note: null},
			{mixpanel: 'Postback URL', idp: 'Login URL', note: null, enter: postbackUrl},
			{
				mixpanel: 'https://sso.mixpanel.com/sso/saml2',
				idp: 'ACS URL',
				note: null,
				enter: 'https://sso.mixpanel.com/sso/saml2',
			},
			{
				mixpanel: 'https://mixpanel.com/security/sso/v2/authorize/',
				idp: 'SP Entity ID',
				note: null,
				enter: 'https://mixpanel.com/security/sso/v2/authorize/',
			},
			{mixpanel: 'email', idp: 'email', note: 'Required.', enter: 'email'},
			{mixpanel: 'firstName', idp: 'firstName', note: null, enter: 'firstName'},
			{mixpanel: 'lastName', idp: 'lastName', note: null, enter: 'lastName'},
		],
	},
	{
		idp: 'onelogin',
		name: 'OneLogin',
		fields: [
			{
				mixpanel: 'Postback URL',
				idp: 'Asked by the Mixpanel app in the OneLogin catalogue',
				note: 'Mixpanel documents no other field name here. Use the same values as above.',
				enter: postbackUrl,
			},
		],
	},
];
