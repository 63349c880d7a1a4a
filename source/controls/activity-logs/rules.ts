import type {Rule} from '../../types/rule.ts';
import {personRule} from '../rule-kinds/person-rule.ts';
import {auditLogExported} from './audit-log-exported.ts';
import {groupCounts} from './log-words.ts';

/** The rules of control 4.1 (contract §3). No API gives the audit log out: an exported file shows its age, the rest asks a person. */
export const rules: readonly Rule[] = [
	auditLogExported,
	personRule({
		id: 'key-events-reviewed',
		title: 'The four groups of key events were looked at',
		required: true,
		validDays: 30,
		question:
			'Did somebody look at logins, changes of permission, changes of projects and exports in the Audit Log?',
		worthWriting: 'who looked, at which days, and what stood out in each group',
		look: 'Look at Settings → Org → Audit Log, filtered by Action.',
		inLog: groupCounts,
		clicks: ['4.1.C1', '4.1.C2', '4.1.C3'],
	}),
	personRule({
		id: 'audit-log-retention',
		title: 'Exports repeat faster than the plan forgets',
		expected: 'an export before 90 days are over (Free, Growth) or two years (Enterprise)',
		required: true,
		validDays: 180,
		question: 'Is the export repeated before Mixpanel forgets, which is 90 days, or two years on Enterprise?',
		worthWriting: 'how often, who does it, and where the files are kept',
		look: 'Look at the rhythm of your exports: Mixpanel keeps 90 days on Free and Growth, two years on Enterprise.',
		clicks: ['4.1.C5'],
	}),
];
