import type {Profile} from '../../types/profile.ts';
import type {Rule} from '../../types/rule.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import type {Exclusion} from '../rule-kinds/rule-text.ts';
import {staleInvitations} from './stale-invitations.ts';

/**
Growth has IDP Managed Access, which needs SSO; Organization Discoverability needs Enterprise and no SSO
(guide-facts B). So Growth with SSO answered off has neither.
*/
function whenNeitherWayIsOpen(profile: Profile): Exclusion | null {
	return profile.sso === 'disabled' && profile.plan === 'growth'
		? {
				reasonCode: 'plan',
				reason:
					'Needs Enterprise while SSO is off, or SSO on Growth. Until then decide every invitation and project request by hand.',
			}
		: null;
}

/** The rules of control 1.3 (contract §3). */
export const rules: readonly Rule[] = [
	personRule({
		id: 'self-join-closed',
		title: 'Nobody joins without a decision',
		expected: 'Invite-Only, Admin Approval, or IDP Managed Access',
		required: true,
		plan: {
			name: 'growth',
			without: 'Until then decide every invitation and project request by hand.',
		},
		validDays: 90,
		excludes: whenNeitherWayIsOpen,
		question:
			'Is Organization Discoverability set to Invite-Only or Admin Approval, or, with SSO, IDP Managed Access on?',
		worthWriting: 'the setting, word for word',
		look: 'Look at Settings → Org → Users & Teams → Organization Discoverability; with SSO at Access Security → 2FA & SSO, switch IDP Managed Access.',
		clicks: ['1.3.C2', '1.3.C3'],
	}),
	personRule({
		id: 'access-requests-decided',
		title: 'Approvers are named and no request is pending',
		required: true,
		validDays: 90,
		question: 'Is the tab Access Requests empty in every project, and is it written down who approves?',
		worthWriting: 'the projects you opened, what was pending, who approves',
		look: 'Look at Settings → Project → Project Users → Access Requests, for each project.',
		clicks: ['1.3.C5', '1.3.C6'],
		doubtedBy: 'project',
	}),
	staleInvitations,
];
