import type {Rule} from '../../types/rule.ts';
import {personRule} from '../rule-kinds/person-rule.ts';

/** The rules of control 4.1 (contract §3). No API gives the audit log out, so each asks a person. */
export const rules: readonly Rule[] = [
	personRule({
		id: 'audit-log-exported',
		source: 'log',
		title: 'The audit log was exported in the last 30 days',
		required: true,
		validDays: 30,
		question: 'Was the audit log exported in the last 30 days and stored outside Mixpanel?',
		look: 'Look in your archive; Org → Audit Log itself shows audit_log_export.created for each export.',
		clicks: ['4.1.C4', '4.1.C5'],
	}),
	personRule({
		id: 'key-events-reviewed',
		title: 'The four groups of key events were looked at',
		required: true,
		validDays: 30,
		question:
			'Did somebody look at logins, changes of permission, changes of projects and exports in the Audit Log?',
		look: 'Look at Settings → Org → Audit Log, filtered by Action.',
		clicks: ['4.1.C1', '4.1.C2', '4.1.C3'],
	}),
	personRule({
		id: 'audit-log-retention',
		title: 'Exports repeat faster than the plan forgets',
		expected: 'an export before 90 days are over (Free, Growth) or two years (Enterprise)',
		required: true,
		validDays: 180,
		question: 'Is the export repeated before Mixpanel forgets, which is 90 days, or two years on Enterprise?',
		look: 'Look at the rhythm of your exports: Mixpanel keeps 90 days on Free and Growth, two years on Enterprise.',
		clicks: ['4.1.C5'],
	}),
];
