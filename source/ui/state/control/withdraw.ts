import type {FactName} from '../../../types/facts.ts';
import type {AppState} from '../app-state.ts';
import {factOfEvidence} from '../forms/fact-of-evidence.ts';
import {askTakeBack} from '../forms/take-back.ts';
import {takeBackExemption, takeBackWaiver, takeBackWord} from '../forms/take-back-decision.ts';
import {exemptionToWithdraw} from '../picking/exemption-to-withdraw.ts';
import {type Step, stay} from '../step.ts';
import {selectedRule} from './selection.ts';

/** Take back what was decided about the selected rule: an exemption, a waiver, a word, a file that was taken in. */
export function withdraw(state: AppState): Step {
	const rule = selectedRule(state);
	const session = state.open?.session;
	if (rule === null || session === undefined) {
		return stay({...state, message: 'Nothing was said of this rule.'});
	}

	const exemption = exemptionToWithdraw(state);
	if (exemption !== null) {
		return takeBackExemption(state, exemption);
	}

	const waiver = session.waivers.find(({scope}) => scope.kind === 'rule' && scope.rule === rule.id);
	if (waiver !== undefined) {
		return takeBackWaiver(state, waiver);
	}

	const word = session.attestations.findLast(attestation => attestation.rule === rule.id);
	if (word !== undefined) {
		return takeBackWord(state, word);
	}

	const file = session.evidence.find(({kind}) => dependsOn(state, rule.id, factOfEvidence[kind]));
	return file === undefined
		? stay({...state, message: 'Nothing was said of this rule.'})
		: askTakeBack(state, [{type: 'evidence_withdrawn', kind: file.kind}], {
				what: `${file.name}, a file that was taken in`,
				lines: [],
				message: `${file.name} is evidence no longer. The journal keeps that it was.`,
			});
}

function dependsOn({controls}: AppState, id: string, fact: FactName): boolean {
	return controls.some(({rules}) => rules.some(rule => rule.id === id && rule.dependsOn.includes(fact)));
}
