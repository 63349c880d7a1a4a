import type {Rule} from '../../types/rule.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {serviceAccountExpiry, serviceAccountRotation, serviceAccountUnused} from './account-age-rules.ts';
import {serviceAccountClassifiedAccess} from './classified-access.ts';
import {serviceAccountRole} from './project-role.ts';
import {serviceAccountProjectScope} from './project-scope.ts';
import {wizardKey} from './wizard-key.ts';

/** The rules of control 3.1 (contract §3). */
export const rules: readonly Rule[] = [
	serviceAccountExpiry,
	serviceAccountUnused,
	serviceAccountRotation,
	serviceAccountRole,
	serviceAccountProjectScope,
	personRule({
		id: 'service-account-register',
		title: 'Purpose and owner of each account are recorded',
		required: true,
		validDays: 180,
		question: 'Is it written down for every service account what it is for and who answers for it?',
		worthWriting: 'where that is written, and who keeps it',
		look: 'Go through Settings → Org → Service Accounts beside your register.',
		clicks: ['3.1.C1'],
		register: {rows: 'service_accounts', fields: ['Purpose', 'Owner']},
		doubtedBy: 'service_account',
	}),
	wizardKey,
	serviceAccountClassifiedAccess,
	personRule({
		id: 'api-secret-retired',
		title: 'No system uses a project API Secret any more',
		required: false,
		validDays: 180,
		question: 'Is every system off the project API Secret, which Mixpanel ends on 2027-03-03?',
		worthWriting: 'the systems that used it, and what they use now',
		look: 'Ask the owner of each system that exports or queries; the secret is under Project → Overview, but not its use.',
		clicks: ['3.1.C7'],
	}),
];
