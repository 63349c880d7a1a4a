import {overrideWords} from '../../assessment/policy-overrides.ts';
import {shownId} from '../../terminal/shown-id.ts';
import type {ControlResult, RuleResult} from '../../types/assessment.ts';
import type {Evidence} from '../../types/facts.ts';
import type {Finding} from '../../types/rule.ts';
import type {CheckDocument} from './check-document.ts';
import {csvText} from './csv-text.ts';
import {remediationWords} from './remediation-words.ts';

type Row = {
	readonly document: CheckDocument;
	readonly control: ControlResult;
	readonly rule: RuleResult;
	readonly finding: Finding | null;
};

/** Names of the columns and what stands in them. New ones go to the end, so that scripts by position go on working. */
const columns: readonly (readonly [name: string, cell: (row: Row) => string])[] = [
	['organization_id', ({document}) => document.target.organizationId],
	['organization_name', ({document}) => document.target.organizationName],
	['region', ({document}) => document.target.region],
	['simulated', ({document}) => yes(document.target.simulated)],
	['level', ({document}) => document.profile],
	['control', ({control}) => control.id],
	['control_title', ({control}) => control.title],
	['section', ({control}) => control.section],
	['control_level', ({control}) => control.level],
	['in_level', ({control}) => yes(control.inProfile)],
	['control_status', ({control}) => control.status],
	['control_basis', ({control}) => control.basis ?? ''],
	['rule', ({rule}) => rule.id],
	['rule_version', ({rule}) => String(rule.version)],
	['required', ({rule}) => yes(rule.required)],
	['status', ({rule}) => rule.status],
	['basis', ({rule}) => rule.basis ?? ''],
	['reason_code', ({rule}) => rule.reasonCode ?? ''],
	['measured_status', ({rule}) => rule.measured?.status ?? ''],
	['grade', ({rule}) => rule.grade ?? ''],
	['expected', ({rule}) => rule.expected],
	['actual', ({rule}) => rule.actual],
	['reason', ({rule}) => rule.reason],
	['resource_type', ({finding}) => finding?.resource.type ?? ''],
	[
		'resource_id',
		({finding}) => (finding === null || finding === undefined ? '' : shownId(finding.resource.id)),
	],
	['resource_name', ({finding}) => finding?.resource.name ?? ''],
	['finding', ({finding}) => finding?.message ?? ''],
	['exempted', ({finding}) => (finding === null ? '' : yes(finding.exempted === true))],
	['remedy', ({finding}) => (finding === null ? '' : remediationWords(finding.remediation))],
	['effort', ({finding}) => finding?.effort ?? ''],
	['waiver', ({rule, control}) => waiver({rule, control})?.kind ?? ''],
	['waiver_reason', ({rule, control}) => waiver({rule, control})?.reason ?? ''],
	['waiver_owner', ({rule, control}) => waiver({rule, control})?.owner ?? ''],
	['waiver_expires', ({rule, control}) => waiver({rule, control})?.expires ?? ''],
	['evidence', ({rule}) => rule.evidence.map(evidenceWords).join(' | ')],
	['observed_at', ({rule}) => rule.evidence.map(({observedAt}) => observedAt).toSorted()[0] ?? ''],
	['projects_seen', ({document}) => String(document.target.coverage.projects.seen)],
	['users_seen', ({document}) => String(document.target.coverage.users.seen)],
	['service_accounts_seen', ({document}) => String(document.target.coverage.serviceAccounts.seen)],
	['policy_overrides', ({document}) => document.policy.overrides.map(overrideWords).join(' | ')],
	['read_at', ({document}) => document.reading.at],
	['judged_at', ({document}) => document.finishedAt],
	['tool_version', ({document}) => document.tool.version],
	['guide_version', ({document}) => document.guide.version],
	[
		'journal_head',
		({document: {journal}}) => (journal.headHash === null ? '' : `${journal.headHash} (${journal.proof})`),
	],
	['policy_sha256', ({document}) => document.policy.sha256],
	['policy_keys', ({rule}) => rule.policy?.keys.join(' | ') ?? ''],
	['status_by_default', ({rule}) => rule.policy?.byDefault ?? ''],
];

/** The document as CSV: a row of names, then one for each finding of a rule, and one for a rule that has none. */
export function renderCheckCsv(document: CheckDocument): string {
	const rows = document.controls.flatMap(control =>
		control.rules.flatMap(rule =>
			(rule.findings.length === 0 ? [null] : rule.findings).map(finding => ({
				document,
				control,
				rule,
				finding,
			})),
		),
	);
	return csvText([columns.map(([name]) => name), ...rows.map(row => columns.map(([, cell]) => cell(row)))]);
}

/** A waiver of the control is one of each of its rules. */
function waiver({rule, control}: Pick<Row, 'rule' | 'control'>) {
	return rule.waiver ?? control.waiver;
}

function evidenceWords({source, detail, grade, observedAt, outcome}: Evidence): string {
	return [source, detail, grade ?? 'no grade', observedAt, outcome].join(', ');
}

function yes(value: boolean): string {
	return value ? 'yes' : 'no';
}
