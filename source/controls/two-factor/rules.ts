import type {Rule} from '../../types/rule.ts';
import {whenSsoDisabled, whenSsoEnabled} from '../rule-kinds/exclusions.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {organizationTwoFactor} from './organization-two-factor.ts';

/** The rules of control 1.2 (contract §3). Mixpanel's own second factor and the identity provider's exclude each other. */
export const rules: readonly Rule[] = [
	organizationTwoFactor,
	personRule({
		id: 'members-enrolled',
		title: 'Nobody is left without a second factor',
		required: true,
		validDays: 90,
		excludes: whenSsoEnabled,
		question: 'Has every member set up a method, so that nobody is left without one on the 2FA tab?',
		worthWriting: 'how many members the tab lists, and how many without a method',
		look: 'Look at Settings → Org → Access Security → 2FA & SSO; the audit log has user.twofactor_enabled for each person.',
		clicks: ['1.2.C1', '1.2.C6'],
	}),
	personRule({
		id: 'idp-mfa',
		title: 'The identity provider asks for MFA',
		required: true,
		validDays: 90,
		excludes: whenSsoDisabled,
		question: 'Does the identity provider ask everybody for a second factor before Mixpanel opens?',
		worthWriting: 'the policy by its name, whom it covers, a login you tried',
		look: 'Look at the sign-on policy of the Mixpanel app in the identity provider, and try it with a test user.',
		clicks: ['1.2.C7'],
	}),
	personRule({
		id: 'phishing-resistant-admins',
		title: 'Every Owner and Admin uses a phishing-resistant method',
		required: true,
		validDays: 90,
		question: 'Does every Owner and Admin log in with a passkey, a FIDO2 key or a certificate?',
		worthWriting: 'each Owner and Admin with the method used',
		look: 'Ask each Owner and Admin for their passkey under Profile → Your Profile → Passkeys, or look at their methods in the identity provider.',
		clicks: ['1.2.C8', '1.2.C9'],
		doubtedBy: 'admin',
	}),
];
