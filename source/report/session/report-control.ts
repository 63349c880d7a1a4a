import {policyExemptions} from '../../assessment/exemptions.ts';
import {termOf} from '../../assessment/term.ts';
import {waitsOf} from '../../assessment/waits.ts';
import {lapseOf} from '../../assessment/waivers.ts';
import type {Attestation, ControlResult, RuleResult, Waiver} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import type {Exemption, WaiverRecord} from '../../types/decision.ts';
import type {Rule} from '../../types/rule.ts';
import type {Level} from '../../types/verdict.ts';
import type {ReportInput} from './build-report.ts';
import type {
	ReportControl,
	ReportExemption,
	ReportFinding,
	ReportRule,
	ReportWaiver,
	RuleVerdict,
} from './report-document.ts';

/** One control with its verdict, its rules, and all that people said and decided about it. */
export function reportControl(control: Control, input: ReportInput): ReportControl {
	const {state, verdicts} = input;
	const result =
		verdicts.from === 'facts' ? verdicts.assessment.controls.find(({id}) => id === control.id) : undefined;
	const known = result ?? state.assessments.at(-1)?.controls.find(({id}) => id === control.id);
	const clicks = control.clickGroups.flatMap(group => group.clicks.map(({id}) => id));
	return {
		id: control.id,
		slug: control.slug,
		title: control.title,
		section: control.section,
		level: control.level,
		inProfile: result?.inProfile ?? isInProfile(control.level, levelOf(input)),
		status: known?.status ?? null,
		basis: known?.basis ?? null,
		reason: known?.reason ?? null,
		waiver: waiverOf(result),
		waivers: state.waivers
			.filter(({scope}) => scope.kind === 'control' && scope.control === control.id)
			.map(record => reportWaiver(record, null, input)),
		mappings: control.mappings.map(({framework, id, title, origin, fit}) => ({
			framework,
			id,
			title,
			origin,
			fit,
		})),
		rules: control.rules.map(rule =>
			reportRule(
				rule,
				result?.rules.find(({id}) => id === rule.id),
				input,
			),
		),
		notes: (state.notes.get(control.id) ?? []).map(({text, at}) => ({text, at})),
		parked: waitsOf(control.id, state.parked).map(
			({control: id, click, waitingFor, what, until, by, at}) => ({
				control: id,
				click,
				waitingFor,
				what,
				until,
				by,
				at,
			}),
		),
		discrepancies: state.discrepancies
			.filter(({click}) => clicks.includes(click))
			.map(({click, seen, by, at}) => ({click, seen, by, at})),
		ticked: clicks.filter(id => state.ticked.has(id)),
	};
}

function levelOf({state}: ReportInput): Level {
	return state.assessments.at(-1)?.level ?? state.profile.level;
}

function isInProfile(level: Control['level'], profile: Level): boolean {
	return level === 'L1' || profile !== 'L1';
}

function reportRule(rule: Rule, result: RuleResult | undefined, input: ReportInput): ReportRule {
	const {state} = input;
	const isAbout = (each: {readonly rule: string}) => each.rule === rule.id;
	return {
		id: rule.id,
		version: rule.version,
		title: rule.title,
		required: rule.required,
		source: rule.source,
		plan: rule.plan,
		verdict: result === undefined ? null : verdictOf(result),
		attestations: state.attestations.filter(isAbout).map(reportAttestation),
		waivers: state.waivers
			.filter(({scope}) => scope.kind === 'rule' && scope.rule === rule.id)
			.map(record => reportWaiver(record, rule.version, input)),
		exemptions: [...policyExemptions(input), ...state.exemptions]
			.filter(isAbout)
			.map(each => reportExemption(each, input)),
		register: state.register.filter(isAbout).map(({resource: {type, id}, ruleVersion, fields, by, at}) => ({
			rule: rule.id,
			ruleVersion,
			resource: {type, id},
			fields: fields.map(({label, value}) => ({label, value})),
			by,
			at,
		})),
	};
}

function verdictOf(result: RuleResult): RuleVerdict {
	return {
		status: result.status,
		basis: result.basis,
		reasonCode: result.reasonCode,
		measured: result.measured && {
			status: result.measured.status,
			reasonCode: result.measured.reasonCode,
		},
		grade: result.grade,
		expected: result.expected,
		actual: result.actual,
		reason: result.reason,
		waiver: waiverOf(result),
		findings: result.findings.map(
			({resource: {type, id, name}, message, remediation, effort, exempted}): ReportFinding => ({
				resource: {type, id, name},
				message,
				remediation,
				effort,
				exempted: exempted === true,
			}),
		),
		evidence: result.evidence.map(({source, detail, grade, observedAt, outcome}) => ({
			source,
			detail,
			grade,
			observedAt,
			outcome,
		})),
		...(result.policy === undefined
			? {}
			: {policy: {keys: [...result.policy.keys], byDefault: result.policy.byDefault}}),
	};
}

function waiverOf(result: Pick<ControlResult | RuleResult, 'waiver'> | undefined): Waiver | null {
	const waiver = result?.waiver ?? null;
	return (
		waiver && {
			kind: waiver.kind,
			reason: waiver.reason,
			owner: waiver.owner,
			expires: waiver.expires,
			by: waiver.by,
			at: waiver.at,
		}
	);
}

function reportAttestation(attestation: Attestation): Attestation {
	const {rule, ruleVersion, question, resource, status, by, observedOn, seen, at} = attestation;
	return {
		rule,
		ruleVersion,
		...(question === undefined ? {} : {question}),
		resource: resource && {type: resource.type, id: resource.id},
		status,
		by,
		observedOn,
		seen,
		at,
	};
}

function reportWaiver(record: WaiverRecord, version: number | null, at: ReportInput): ReportWaiver {
	const {waiver, reason, owner, expires, by, at: given} = record;
	return {waiver, reason, owner, expires, by, at: given, lapse: lapseOf(record, version, at)};
}

function reportExemption(exemption: Exemption, at: ReportInput): ReportExemption {
	const {rule, resource, reason, owner, expires, by, at: given} = exemption;
	return {
		rule,
		resource: {type: resource.type, id: resource.id},
		reason,
		owner,
		expires,
		by,
		at: given,
		lapse: exemptionLapse(exemption, at),
	};
}

function exemptionLapse(exemption: Exemption, at: ReportInput): string | null {
	const term = termOf(exemption, at);
	switch (term.kind) {
		case 'holds': {
			return null;
		}

		case 'expired': {
			return `The exemption ended on ${exemption.expires}.`;
		}

		case 'malformed': {
			return `The exemption does not count: ${term.why}.`;
		}
	}
}
