import type {FactName} from '../../../types/facts.ts';
import type {AppState} from '../app-state.ts';
import {factOfEvidence} from '../forms/fact-of-evidence.ts';
import {exemptionToWithdraw} from '../picking/exemption-to-withdraw.ts';
import {recordOrSay} from '../record-or-say.ts';
import {type Step, stay} from '../step.ts';
import {selectedRule} from './selection.ts';

/** Take back what was decided about the selected rule: an exemption, a waiver, a word, a file that was taken in. */
export function withdraw(state: AppState): Step {
	const rule = selectedRule(state);
	const session = state.open?.session;
	if (rule === null || session === undefined) {
		return stay({...state, message: 'Nothing was said of this rule.'});
	}

	const exempted = exemptionToWithdraw(state);
	if (exempted !== null) {
		return recordOrSay(state, [exempted], 'The exemption is taken back; the finding counts again.');
	}

	const waiver = session.waivers.find(({scope}) => scope.kind === 'rule' && scope.rule === rule.id);
	if (waiver !== undefined) {
		return recordOrSay(
			state,
			[{type: 'waiver_withdrawn', scope: waiver.scope}],
			`The waiver of ${rule.id} is taken back.`,
		);
	}

	if (session.attestations.some(attestation => attestation.rule === rule.id)) {
		return recordOrSay(
			state,
			[{type: 'attestation_withdrawn', rule: rule.id}],
			`Taken back: ${rule.id}. The journal keeps that it was said.`,
		);
	}

	const file = session.evidence.find(({kind}) => dependsOn(state, rule.id, factOfEvidence[kind]));
	return file === undefined
		? stay({...state, message: 'Nothing was said of this rule.'})
		: recordOrSay(
				state,
				[{type: 'evidence_withdrawn', kind: file.kind}],
				`${file.name} is evidence no longer. The journal keeps that it was.`,
			);
}

function dependsOn({controls}: AppState, id: string, fact: FactName): boolean {
	return controls.some(({rules}) => rules.some(rule => rule.id === id && rule.dependsOn.includes(fact)));
}
