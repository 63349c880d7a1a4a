import {count, list} from '../controls/rule-kinds/count.ts';
import {shownId} from '../terminal/shown-id.ts';
import type {Assessment, RuleResult} from '../types/assessment.ts';
import type {Exemption, WaiverRecord} from '../types/decision.ts';
import type {Facts} from '../types/facts.ts';
import type {Policy} from '../types/policy.ts';
import type {Decisions} from './decisions.ts';
import {policyExemptions} from './exemptions.ts';
import {isSeen} from './is-seen.ts';
import {keyOf} from './resource-key.ts';
import {termOf} from './term.ts';
import {canBeWaived, lapseOf} from './waivers.ts';

/**
What a waiver or an exemption came to. `matched`: it is in effect; `idle`: what it is for is there, but is not open;
`unmatched`: nothing that was assessed is what it is for; `lapsed`: ended, malformed, or given for an older rule.
*/
export type WaiverNotice = {
	readonly subject:
		| {readonly kind: 'waiver'; readonly waiver: WaiverRecord}
		| {readonly kind: 'exemption'; readonly exemption: Exemption};
	readonly state: 'matched' | 'idle' | 'unmatched' | 'lapsed';
	/** Ids of the rules it is laid over. */
	readonly rules: readonly string[];
	/** It is in effect and ends within 30 days. */
	readonly endsSoon: boolean;
	/** It stands in the policy: only the file can take it back or renew it. Absent for what people gave here. */
	readonly fromPolicy?: true;
	/** All of that for a person. */
	readonly sentence: string;
};

/** With `facts`, an exemption of something that a run did not see is told from one of something that is in order. */
type At = {readonly now: Date; readonly policy: Policy; readonly facts?: Facts};

/**
What each waiver and exemption matched (contract §2). The assessment is the one they were laid over; with only some of
the controls in it, those for the others are `unmatched`, since nothing of theirs was assessed.
*/
export function waiverNotices(
	assessment: Pick<Assessment, 'controls'>,
	decisions: Pick<Decisions, 'waivers' | 'exemptions'>,
	at: At,
): WaiverNotice[] {
	return [
		...decisions.waivers.map(waiver => waiverNotice(assessment, waiver, at)),
		...decisions.exemptions.map(exemption => exemptionNotice(assessment, exemption, at)),
		...policyExemptions(at).map(exemption => ({
			...exemptionNotice(assessment, exemption, at),
			fromPolicy: true as const,
		})),
	];
}

function waiverNotice({controls}: Pick<Assessment, 'controls'>, waiver: WaiverRecord, at: At): WaiverNotice {
	const {scope} = waiver;
	const target =
		scope.kind === 'control'
			? controls.find(({id}) => id === scope.control)
			: controls.flatMap(({rules}) => rules).find(({id}) => id === scope.rule);
	const subject = {kind: 'waiver', waiver} as const;
	const name = `The waiver of ${scope.kind === 'control' ? scope.control : scope.rule}`;
	if (target === undefined) {
		return closed(subject, 'unmatched', `${name} matched nothing that was assessed.`);
	}

	const version = 'version' in target ? target.version : null;
	const lapse = lapseOf(waiver, version, at);
	if (lapse !== null) {
		return closed(subject, 'lapsed', `${name} is not applied. ${lapse}`);
	}

	if (!canBeWaived(target.status)) {
		return closed(
			subject,
			'idle',
			`${name} has nothing to waive: it ${target.status === 'pass' ? 'passes' : 'does not apply'}.`,
		);
	}

	const rules =
		'rules' in target
			? target.rules.filter(rule => rule.required && canBeWaived(rule.status)).map(({id}) => id)
			: [target.id];
	const covered = scope.kind === 'control' ? ` over ${count(rules.length, 'rule')}: ${list(rules)}` : '';
	return inEffect(subject, rules, `${name} is in effect until ${waiver.expires}${covered}.`, at);
}

function exemptionNotice(
	{controls}: Pick<Assessment, 'controls'>,
	exemption: Exemption,
	at: At,
): WaiverNotice {
	const rule = controls.flatMap(({rules}) => rules).find(({id}) => id === exemption.rule);
	const subject = {kind: 'exemption', exemption} as const;
	const name = `The exemption of ${nounOf(exemption)} ${shownId(exemption.resource.id)} from ${exemption.rule}`;
	const term = termOf(exemption, at);
	if (rule === undefined) {
		return closed(subject, 'unmatched', `${name} matched nothing that was assessed.`);
	}

	if (term.kind !== 'holds') {
		const why =
			term.kind === 'expired' ? `It ended on ${exemption.expires}.` : `It does not count: ${term.why}.`;
		return closed(subject, 'lapsed', `${name} is not applied. ${why}`);
	}

	if (isTaken(rule, exemption)) {
		return inEffect(subject, [rule.id], `${name} is in effect until ${exemption.expires}.`, at);
	}

	return isSeen(exemption.resource, at.facts ?? {}) === false
		? closed(
				subject,
				'unmatched',
				`${name} matched nothing: no such ${nounOf(exemption)} was seen. Check its id.`,
			)
		: closed(subject, 'idle', `${name} matched no finding.`);
}

function nounOf({resource}: Exemption): string {
	return resource.type.replaceAll('_', ' ');
}

function isTaken({exemptions = []}: RuleResult, {resource}: Exemption): boolean {
	return exemptions.some(taken => keyOf(taken.resource) === keyOf(resource));
}

function closed(
	subject: WaiverNotice['subject'],
	state: WaiverNotice['state'],
	sentence: string,
): WaiverNotice {
	return {subject, state, rules: [], endsSoon: false, sentence};
}

function inEffect(
	subject: WaiverNotice['subject'],
	rules: readonly string[],
	sentence: string,
	at: At,
): WaiverNotice {
	const term = termOf(subject.kind === 'waiver' ? subject.waiver : subject.exemption, at);
	const left = term.kind === 'holds' && term.endsSoon ? term.daysLeft : null;
	return {
		subject,
		state: 'matched',
		rules,
		endsSoon: left !== null,
		sentence:
			left === null
				? sentence
				: `${sentence} ${left === 0 ? 'It ends today' : `It ends in ${count(left, 'day')}`}: renew it or mend what it covers.`,
	};
}
