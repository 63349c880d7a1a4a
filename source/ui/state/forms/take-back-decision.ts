import type {Attestation} from '../../../types/assessment.ts';
import type {Exemption, WaiverRecord} from '../../../types/decision.ts';
import {quotedWord} from '../../lines/quoted-word.ts';
import type {AppState} from '../app-state.ts';
import {type DecisionSubject, decisionName} from '../picking/decision-name.ts';
import type {Step} from '../step.ts';
import {askTakeBack} from './take-back.ts';

/** Ask whether a waiver is taken back. */
export function takeBackWaiver(state: AppState, waiver: WaiverRecord): Step {
	const {scope, owner, by, at, reason} = waiver;
	const id = scope.kind === 'control' ? scope.control : scope.rule;
	const name = nameOf(state, {subject: id, resource: null});
	return askTakeBack(state, [{type: 'waiver_withdrawn', scope}], {
		what: `the waiver of ${name}`,
		lines: [`“${reason}” — ${owner} answers; by ${by}, ${at.slice(0, 10)}, until ${waiver.expires}`],
		message: `The waiver of ${id} is taken back.`,
	});
}

/** Ask whether an exemption is taken back. */
export function takeBackExemption(state: AppState, exemption: Exemption): Step {
	const {rule, resource, owner, by, at, reason, expires} = exemption;
	return askTakeBack(state, [{type: 'exemption_withdrawn', rule, resource}], {
		what: `the exemption of ${nameOf(state, {subject: rule, resource})}`,
		lines: [`“${reason}” — ${owner} answers; by ${by}, ${at.slice(0, 10)}, until ${expires}`],
		message: 'The exemption is taken back; the finding counts again.',
	});
}

/** Ask whether what was said of a rule is taken back. */
export function takeBackWord(state: AppState, word: Attestation): Step {
	const {rule} = word;
	return askTakeBack(state, [{type: 'attestation_withdrawn', rule}], {
		what: `what was said of ${nameOf(state, {subject: rule, resource: null})}`,
		lines: [quotedWord(word)],
		message: `Taken back: ${rule}. The journal keeps that it was said.`,
	});
}

function nameOf({controls, open}: AppState, subject: DecisionSubject): string {
	const {control, words} = decisionName(subject, controls, open?.assessment ?? {controls: []});
	return control === null ? words : `${control} ${words}`;
}
