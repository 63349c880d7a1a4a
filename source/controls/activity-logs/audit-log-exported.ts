import {besideRule} from '../rule-kinds/beside-rule.ts';
import {count} from '../rule-kinds/count.ts';
import {daysSince, inDays} from '../rule-kinds/days.ts';
import {logSpan} from './log-words.ts';

/**
An export that holds events of the last days proves that somebody exports (guide-facts 4.1). That it is kept outside
Mixpanel follows from its being a file here.
*/
export const auditLogExported = besideRule({
	id: 'audit-log-exported',
	source: 'log',
	grade: null,
	fact: 'auditLog',
	title: 'The audit log was exported lately',
	required: true,
	validDays: 30,
	question:
		'Was the audit log exported in the last 30 days, or those of your policy, and stored outside Mixpanel?',
	worthWriting: 'the day of the export, the name of the file, where it is kept',
	look: () =>
		'Look in your archive; Org → Audit Log itself shows audit_log_export.created for each export. An export is taken in with i in the wizard, or by `check --import-audit-log FILE`.',
	clicks: ['4.1.C4', '4.1.C5'],
	judge(log, {now, policy}) {
		const expected = `an export whose newest event is at most ${policy.auditExportDays} days old`;
		const age = Math.max(daysSince(log.newest, now) ?? Number.POSITIVE_INFINITY, 0);
		const actual = `${logSpan(log)}: ${count(log.events, 'event')}, the newest ${age < 1 ? 'less than a day' : inDays(age)} old`;
		return age <= policy.auditExportDays
			? {
					status: 'pass',
					expected,
					actual,
					reason: 'The export is recent. Keep it outside Mixpanel, read-only.',
				}
			: {
					status: 'fail',
					findings: [],
					expected,
					actual,
					reason: 'Mixpanel forgets after 90 days on Free and Growth: export again, and keep the file.',
					short: `newest event ${inDays(age)} old`,
				};
	},
});
