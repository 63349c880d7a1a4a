import type {Assessment, ControlResult, RuleResult, Summary} from '../../types/assessment.ts';
import type {Exemption} from '../../types/decision.ts';
import type {Facts} from '../../types/facts.ts';
import type {GuideDocument} from '../../types/guide.ts';
import type {Rule} from '../../types/rule.ts';
import type {Region, Target} from '../../types/target.ts';
import type {Level} from '../../types/verdict.ts';
import {type CheckPolicy, documentPolicy} from '../policy/document-policy.ts';
import type {CheckNotice} from './check-notices.ts';
import {type Coverage, coverageOf} from './coverage.ts';
import {type CheckError, readErrors} from './read-errors.ts';

/** The machine-readable result of a check, field by field as contract §5 and `check.schema.json` have it. */
export type CheckDocument = {
	readonly schemaVersion: '1';
	readonly tool: {readonly name: string; readonly version: string};
	readonly guide: Pick<GuideDocument, 'version' | 'updated' | 'maturity'>;
	readonly target: {
		readonly organizationId: string;
		readonly organizationName: string;
		readonly region: Region | 'simulated';
		readonly baseUrl: string;
		readonly simulated: boolean;
		readonly coverage: Coverage;
	};
	readonly profile: Level;
	readonly policy: CheckPolicy;
	readonly startedAt: string;
	readonly finishedAt: string;
	readonly summary: Summary;
	readonly controls: readonly ControlResult[];
	readonly errors: readonly CheckError[];
	readonly reading: CheckReading;
	readonly journal: CheckJournal;
	readonly notices: readonly CheckNotice[];
};

/** Where the facts come from, and when their reading ended (UTC ISO 8601): this run, or a file that a run before it kept. */
export type CheckReading = {readonly from: 'api' | 'file'; readonly at: string};

/** The head hash names the state of the session's journal whose words were taken; null for none. Nobody has signed it. */
export type CheckJournal = {readonly headHash: string | null; readonly proof: 'local, unsigned'};

export type CheckDocumentInput = {
	readonly assessment: Assessment;
	readonly policy: CheckPolicy;
	readonly facts: Facts;
	/** The rules that were judged, to tell which a failed read affects. */
	readonly rules: readonly Pick<Rule, 'id' | 'dependsOn'>[];
	readonly target: Exclude<Target, {kind: 'byHand'}>;
	readonly baseUrl: string;
	readonly tool: CheckDocument['tool'];
	readonly guide: CheckDocument['guide'];
	readonly startedAt: Date;
	readonly finishedAt: Date;
	/** When the facts were read, where another run did that. */
	readonly readAt?: Date | null;
	readonly headHash?: string | null;
	/** None unless told. */
	readonly notices?: readonly CheckNotice[];
};

/** The result as a document. Names no field it was not told to, so nothing else can slip into a report. */
export function buildCheckDocument(input: CheckDocumentInput): CheckDocument {
	const {assessment, facts, target, tool, guide} = input;
	const judged = new Set(assessment.controls.flatMap(control => control.rules.map(rule => rule.id)));
	const {summary} = assessment;
	return {
		schemaVersion: '1',
		tool: {name: tool.name, version: tool.version},
		guide: {version: guide.version, updated: guide.updated, maturity: guide.maturity},
		target: {
			organizationId: target.organizationId,
			organizationName: target.name,
			region: target.kind === 'live' ? target.region : 'simulated',
			baseUrl: input.baseUrl,
			simulated: target.kind === 'simulated',
			coverage: coverageOf(facts, target.organizationId),
		},
		profile: assessment.profile,
		policy: documentPolicy(input.policy),
		startedAt: toSeconds(input.startedAt),
		finishedAt: toSeconds(input.finishedAt),
		summary: {
			pass: summary.pass,
			fail: summary.fail,
			manual: summary.manual,
			unknown: summary.unknown,
			not_applicable: summary.not_applicable,
			waived: summary.waived,
			total: summary.total,
			score: summary.score,
			verifiedScore: summary.verifiedScore,
			attestedScore: summary.attestedScore,
		},
		controls: assessment.controls.map(documentControl),
		errors: readErrors(
			facts,
			input.rules.filter(rule => judged.has(rule.id)),
		),
		reading: {from: input.readAt ? 'file' : 'api', at: toSeconds(input.readAt ?? input.finishedAt)},
		journal: {headHash: input.headHash ?? null, proof: 'local, unsigned'},
		notices: (input.notices ?? []).map(documentNotice),
	};
}

function documentControl(control: ControlResult): ControlResult {
	return {
		id: control.id,
		slug: control.slug,
		title: control.title,
		section: control.section,
		level: control.level,
		inProfile: control.inProfile,
		status: control.status,
		basis: control.basis,
		reason: control.reason,
		waiver: control.waiver,
		frameworks: control.frameworks,
		rules: control.rules.map(documentRule),
	};
}

function documentRule(rule: RuleResult): RuleResult {
	return {
		id: rule.id,
		version: rule.version,
		required: rule.required,
		status: rule.status,
		basis: rule.basis,
		reasonCode: rule.reasonCode,
		measured: rule.measured,
		grade: rule.grade,
		expected: rule.expected,
		actual: rule.actual,
		reason: rule.reason,
		waiver: rule.waiver,
		findings: rule.findings.map(({resource, message, remediation, effort, exempted}) => ({
			resource: {type: resource.type, id: resource.id, name: resource.name},
			message,
			remediation,
			effort,
			...(exempted === undefined ? {} : {exempted}),
		})),
		evidence: rule.evidence.map(({source, detail, grade, observedAt, outcome}) => ({
			source,
			detail,
			grade,
			observedAt,
			outcome,
		})),
		...(rule.exemptions === undefined ? {} : {exemptions: rule.exemptions.map(documentExemption)}),
		...(rule.policy === undefined
			? {}
			: {policy: {keys: [...rule.policy.keys], byDefault: rule.policy.byDefault}}),
		...(rule.undecided === undefined ? {} : {undecided: rule.undecided}),
	};
}

function documentNotice({kind, from, state, subject, resource, message}: CheckNotice): CheckNotice {
	return {
		kind,
		from,
		state,
		subject,
		resource: resource === null ? null : {type: resource.type, id: resource.id},
		message,
	};
}

function documentExemption({rule, resource, reason, owner, expires, by, at}: Exemption): Exemption {
	return {rule, resource: {type: resource.type, id: resource.id}, reason, owner, expires, by, at};
}

/** UTC ISO 8601 with Z, to the second. */
function toSeconds(time: Date): string {
	return `${time.toISOString().slice(0, 19)}Z`;
}
