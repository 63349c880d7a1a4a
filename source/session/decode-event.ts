import type {Attestation} from '../types/assessment.ts';
import type {Profile} from '../types/profile.ts';
import type {AssessmentRecord, Place, ReportFormat, SessionEvent, Stage} from '../types/session.ts';
import type {Basis, Level, Status} from '../types/verdict.ts';
import {changeIntent, changeOutcome} from './decode-change.ts';
import {control} from './decode-control.ts';
import {
	assurance,
	confirmation,
	discrepancy,
	exemption,
	parked,
	registerEntry,
	resourceKey,
	waiver,
	waiverScope,
} from './decode-decision.ts';
import {evidenceKind, foundEvidence} from './decode-evidence-rows.ts';
import {policyRecord} from './decode-policy-record.ts';
import {
	choice,
	count,
	day,
	type Fields,
	fields,
	flag,
	list,
	Misfit,
	moment,
	nullable,
	rawText,
	safeText,
	share,
	word,
} from './field.ts';

const level = choice<Level>({L1: 'L1', L2: 'L2', L3: 'L3'});
const stage = choice<Stage>({learn: 'learn', check: 'check', gap: 'gap', act: 'act', verify: 'verify'});
const reportFormat = choice<ReportFormat>({markdown: 'markdown', json: 'json'});
const basis = choice<Basis>({verified: 'verified', confirmed: 'confirmed', attested: 'attested'});

const status = choice<Status>({
	pass: 'pass',
	fail: 'fail',
	unknown: 'unknown',
	manual: 'manual',
	not_applicable: 'not_applicable',
});

const attested = choice<Attestation['status']>({
	pass: 'pass',
	fail: 'fail',
	not_applicable: 'not_applicable',
});
const sso = choice<NonNullable<Profile['sso']>>({enabled: 'enabled', disabled: 'disabled'});
const plan = choice<NonNullable<Profile['plan']>>({free: 'free', growth: 'growth', enterprise: 'enterprise'});

const role = choice<NonNullable<Profile['role']>>({
	owner: 'owner',
	admin: 'admin',
	billing_admin: 'billing_admin',
	member: 'member',
});

const idp = choice<NonNullable<Profile['idp']>>({
	okta: 'okta',
	entra: 'entra',
	google: 'google',
	onelogin: 'onelogin',
	jumpcloud: 'jumpcloud',
	other: 'other',
});

function place(value: unknown): Place {
	const {screen, ...rest} = fields(value);
	if (screen === 'controls') {
		const {selected} = rest;
		return {
			screen,
			selected: selected === 'compliance' || selected === 'extras' ? selected : control(selected),
		};
	}

	return {
		screen: choice({control: 'control'})(screen),
		control: control(rest['control']),
		stage: stage(rest['stage']),
		row: count(rest['row']),
	};
}

function answers(value: unknown): Partial<Profile> {
	const given = fields(value);
	return {
		...(given['level'] === undefined ? {} : {level: level(given['level'])}),
		...(given['domains'] === undefined ? {} : {domains: list(safeText)(given['domains'])}),
		...(given['sso'] === undefined ? {} : {sso: nullable(sso)(given['sso'])}),
		...(given['plan'] === undefined ? {} : {plan: nullable(plan)(given['plan'])}),
		...(given['idp'] === undefined ? {} : {idp: nullable(idp)(given['idp'])}),
		...(given['role'] === undefined ? {} : {role: nullable(role)(given['role'])}),
		...(given['replay'] === undefined ? {} : {replay: nullable(flag)(given['replay'])}),
	};
}

function attestation(value: unknown): Omit<Attestation, 'at'> {
	const given = fields(value);
	return {
		rule: word(given['rule']),
		ruleVersion: count(given['ruleVersion']),
		...(given['question'] === undefined ? {} : {question: safeText(given['question'])}),
		resource: nullable(resource)(given['resource']),
		status: attested(given['status']),
		by: safeText(given['by']),
		observedOn: day(given['observedOn']),
		seen: safeText(given['seen']),
	};
}

function resource(value: unknown): NonNullable<Attestation['resource']> {
	const given = fields(value);
	return {type: word(given['type']), id: rawText(given['id'])};
}

function assessment(value: unknown): AssessmentRecord {
	const given = fields(value);
	return {
		level: level(given['level']),
		score: nullable(share)(given['score']),
		decided: count(given['decided']),
		of: count(given['of']),
		controls: list(assessedControl)(given['controls']),
		...(given['due'] === undefined ? {} : {due: list(dueRule)(given['due'])}),
		...(given['policy'] === undefined ? {} : {policy: policyRecord(given['policy'])}),
		...(given['facts'] === undefined ? {} : {facts: factsFile(given['facts'])}),
	};
}

function assessedControl(value: unknown): AssessmentRecord['controls'][number] {
	const given = fields(value);
	return {
		id: control(given['id']),
		status: status(given['status']),
		basis: nullable(basis)(given['basis']),
		reason: safeText(given['reason']),
	};
}

function factsFile(value: unknown): NonNullable<AssessmentRecord['facts']> {
	const given = fields(value);
	return {file: word(given['file']), sha256: word(given['sha256'])};
}

function dueRule(value: unknown): NonNullable<AssessmentRecord['due']>[number] {
	const given = fields(value);
	return {rule: word(given['rule']), on: day(given['on'])};
}

type Decoders = {
	readonly [Type in SessionEvent['type']]: (given: Fields) => Extract<SessionEvent, {readonly type: Type}>;
};

const decoders: Decoders = {
	session_opened: given => ({type: 'session_opened', tool: word(given['tool']), guide: word(given['guide'])}),
	training_begun: given => ({
		type: 'training_begun',
		scenario: word(given['scenario']),
		seed: count(given['seed']),
		...(given['plantedAt'] === undefined ? {} : {plantedAt: moment(given['plantedAt'])}),
	}),
	person_named: given => ({type: 'person_named', name: safeText(given['name'])}),
	profile_answered: given => ({type: 'profile_answered', answers: answers(given['answers'])}),
	place_moved: given => ({type: 'place_moved', place: place(given['place'])}),
	click_ticked: given => ({type: 'click_ticked', click: word(given['click']), done: flag(given['done'])}),
	rule_attested: given => ({type: 'rule_attested', attestation: attestation(given['attestation'])}),
	attestation_withdrawn: given => ({type: 'attestation_withdrawn', rule: word(given['rule'])}),
	note_written: given => ({
		type: 'note_written',
		control: control(given['control']),
		text: safeText(given['text']),
	}),
	waived: given => ({type: 'waived', waiver: waiver(given['waiver'])}),
	waiver_withdrawn: given => ({type: 'waiver_withdrawn', scope: waiverScope(given['scope'])}),
	exempted: given => ({type: 'exempted', exemption: exemption(given['exemption'])}),
	exemption_withdrawn: given => ({
		type: 'exemption_withdrawn',
		rule: word(given['rule']),
		resource: resourceKey(given['resource']),
	}),
	registered: given => ({type: 'registered', entry: registerEntry(given['entry'])}),
	row_withdrawn: given => ({
		type: 'row_withdrawn',
		rule: word(given['rule']),
		resource: resourceKey(given['resource']),
	}),
	reading_confirmed: given => ({
		type: 'reading_confirmed',
		confirmation: confirmation(given['confirmation']),
	}),
	parked: given => ({type: 'parked', parked: parked(given['parked'])}),
	unparked: given => ({
		type: 'unparked',
		control: control(given['control']),
		...(given['click'] === undefined ? {} : {click: nullable(word)(given['click'])}),
	}),
	discrepancy_noted: given => ({
		type: 'discrepancy_noted',
		discrepancy: discrepancy(given['discrepancy']),
	}),
	rescue_sheet_seen: given => ({type: 'rescue_sheet_seen', control: control(given['control'])}),
	assured: given => ({type: 'assured', assurance: assurance(given['assurance'])}),
	change_intended: given => ({type: 'change_intended', intent: changeIntent(given['intent'])}),
	change_settled: given => ({
		type: 'change_settled',
		operation: word(given['operation']),
		outcome: changeOutcome(given['outcome']),
		detail: safeText(given['detail']),
	}),
	decisions_reset: given => ({
		type: 'decisions_reset',
		controls: list(control)(given['controls']),
		rules: list(word)(given['rules']),
	}),
	assessment_recorded: given => ({type: 'assessment_recorded', assessment: assessment(given['assessment'])}),
	report_saved: given => ({
		type: 'report_saved',
		path: safeText(given['path']),
		format: reportFormat(given['format']),
	}),
	evidence_imported: given => ({type: 'evidence_imported', evidence: foundEvidence(given['evidence'])}),
	evidence_withdrawn: given => ({type: 'evidence_withdrawn', kind: evidenceKind(given['kind'])}),
};

const byType = new Map<unknown, (given: Fields) => SessionEvent>(Object.entries(decoders));

/** Whether this version knows the kind of event that the fields claim to be. */
export function isKnownEvent(given: Fields): boolean {
	return byType.has(given['type']);
}

/** The event in the fields of a line; fields that belong to no event are left behind. Throws a `Misfit`. */
export function decodeEvent(given: Fields): SessionEvent {
	const decode = byType.get(given['type']);
	if (decode === undefined) {
		throw new Misfit('a known event is expected');
	}

	return decode(given);
}
