import type {Assessment} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import type {Facts} from '../../types/facts.ts';
import type {GuideDocument} from '../../types/guide.ts';
import type {Policy} from '../../types/policy.ts';
import type {SessionState} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import {coverageOf} from '../check/coverage.ts';
import {readErrors} from '../check/read-errors.ts';
import {complianceRows, type Verdicts} from '../compliance-rows.ts';
import {documentPolicy, policyOf} from '../policy/document-policy.ts';
import {absentFacts} from './absent-facts.ts';
import {callsOf} from './calls-of.ts';
import {historyRows} from './history-rows.ts';
import {passedRules} from './passed-rules.ts';
import {reportChange} from './report-change.ts';
import {reportControl} from './report-control.ts';
import type {
	NotOnPlan,
	ReportControl,
	ReportDocument,
	ReportReading,
	ReportSummary,
	ReportTarget,
} from './report-document.ts';
import {unmatchedWords} from './unmatched-words.ts';

/**
The verdicts a report rests on. `facts`: judged from what was read at `at`; by hand with no facts and `at` null.
`record`: only what the last record of an assessment in the session says, `note` being why as a sentence.
*/
export type ReportVerdicts =
	| {
			readonly from: 'facts';
			readonly assessment: Assessment;
			readonly facts: Facts;
			readonly at: string | null;
			/** What the reader should know of it, null for nothing. */
			readonly note: string | null;
	  }
	| {readonly from: 'record'; readonly note: string};

export type ReportInput = {
	readonly verdicts: ReportVerdicts;
	readonly state: SessionState;
	readonly target: Target;
	/** All nine, in the order of the guide. */
	readonly controls: readonly Control[];
	readonly guideDocument: GuideDocument;
	readonly policy: Policy;
	readonly journal: {
		readonly headHash: string | null;
		readonly damaged: boolean;
		readonly leftOutLines: number;
	};
	readonly tool: {readonly name: string; readonly version: string};
	/** When the report is made; waivers and exemptions are held against it. */
	readonly now: Date;
};

/** The report as a document. Names no field it was not told to, so nothing else can slip in. */
export function buildReport(input: ReportInput): ReportDocument {
	const {state, guideDocument: guide, verdicts, controls, journal} = input;
	const live = verdictsOf(input);
	const rules = controls.flatMap(control => control.rules);
	const reported = controls.map(control => reportControl(control, input));
	return {
		schemaVersion: '1',
		tool: {name: input.tool.name, version: input.tool.version},
		guide: {title: guide.title, version: guide.version, updated: guide.updated, maturity: guide.maturity},
		target: targetOf(input.target),
		generatedAt: input.now.toISOString(),
		person: state.person,
		training: state.training && {scenario: state.training.scenario, seed: state.training.seed},
		profile: {
			level: state.profile.level,
			sso: state.profile.sso,
			plan: state.profile.plan,
			idp: state.profile.idp,
			domains: state.profile.domains,
			replay: state.profile.replay,
			role: state.profile.role,
		},
		policy: documentPolicy(policyOf(input.policy)),
		reading: readingOf(input),
		summary: summaryOf(input),
		controls: reported,
		notOnPlan: notOnPlan(reported, controls),
		compliance: {
			rows: complianceRows(live, controls, guide),
			leftOut: guide.compliance.leftOut,
		},
		confirmations: state.confirmations.map(({reading, key, agrees, by, at}) => ({
			reading,
			key,
			agrees,
			by,
			at,
		})),
		changes: state.changes.map(change => reportChange(change, state.changes)),
		history: historyRows(state.assessments),
		notRead: verdicts.from === 'facts' ? readErrors(verdicts.facts, rules) : [],
		unmatched: unmatchedWords(state, rules),
		journal: {
			headHash: journal.headHash,
			proof: 'local, unsigned',
			damaged: journal.damaged,
			leftOutLines: journal.leftOutLines,
		},
	};
}

function verdictsOf({verdicts, state}: ReportInput): Verdicts | null {
	return verdicts.from === 'facts' ? verdicts.assessment : (state.assessments.at(-1) ?? null);
}

function targetOf(target: Target): ReportTarget {
	switch (target.kind) {
		case 'byHand': {
			return {organizationId: null, organizationName: null, region: null, simulated: false};
		}

		case 'live':
		case 'simulated': {
			return {
				organizationId: target.organizationId,
				// A session that was only begun has no name recorded.
				organizationName: target.name === '' ? null : target.name,
				region: target.kind === 'live' ? target.region : 'simulated',
				simulated: target.kind === 'simulated',
			};
		}
	}
}

function readingOf({verdicts, target, state}: ReportInput): ReportReading {
	if (verdicts.from === 'record') {
		return {
			from: 'record',
			at: state.assessments.at(-1)?.at ?? null,
			calls: null,
			coverage: null,
			absent: [],
			note: verdicts.note,
		};
	}

	if (target.kind === 'byHand') {
		return {from: 'words', at: null, calls: 0, coverage: null, absent: [], note: verdicts.note};
	}

	return {
		from: 'facts',
		at: verdicts.at,
		calls: callsOf(verdicts.facts),
		coverage: coverageOf(verdicts.facts, target.organizationId),
		absent: absentFacts(verdicts.facts),
		note: verdicts.note,
	};
}

function summaryOf({verdicts, state}: ReportInput): ReportSummary {
	if (verdicts.from === 'record') {
		const last = state.assessments.at(-1);
		return {
			level: last?.level ?? state.profile.level,
			decided: last?.decided ?? 0,
			of: last?.of ?? 0,
			score: last?.score ?? null,
			passed: null,
			counts: null,
		};
	}

	const {profile, progress, summary, controls} = verdicts.assessment;
	return {
		level: profile,
		decided: progress.decided,
		of: progress.of,
		score: summary.score,
		passed: passedRules(controls),
		counts: {
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
	};
}

function notOnPlan(reported: readonly ReportControl[], controls: readonly Control[]): NotOnPlan[] {
	const known = new Map(controls.flatMap(control => control.rules.map(rule => [rule.id, rule])));
	return reported
		.filter(({inProfile}) => inProfile)
		.flatMap(control =>
			control.rules
				.filter(({verdict}) => verdict?.reasonCode === 'plan')
				.map(({id, title, plan}) => ({
					rule: id,
					title,
					control: control.id,
					plan,
					instead: known.get(id)?.withoutPlan ?? null,
				})),
		);
}
