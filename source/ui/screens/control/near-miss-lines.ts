import {nearMiss} from '../../../assessment/near-miss.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Facts} from '../../../types/facts.ts';
import type {Policy} from '../../../types/policy.ts';
import type {Finding} from '../../../types/rule.ts';
import type {Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';

type Remembered = {readonly facts: Facts; readonly policy: Policy; readonly sentence: string | null};

/** Of the rules already looked at; telling what is missing goes through all findings, which can be thousands. */
const remembered = new WeakMap<RuleResult, Remembered>();

/**
What would make a failing rule pass, as a line or two; of a single finding what would make that one go, and then the
rule as a whole. Empty where there is nothing short to say.
*/
export function nearMissLines(
	{open, policy}: AppState,
	rule: RuleResult,
	finding: Finding | null,
	width: number,
): readonly Line[] {
	if (open === null) {
		return [];
	}

	const whole = nearMissOnce(rule, open.facts, policy);
	const {undecided: _, ...decided} = rule;
	const one =
		finding === null || rule.findings.length < 2
			? null
			: nearMiss({...decided, findings: [finding]}, open.facts, policy);
	if (finding === null || (one !== null && one === whole)) {
		return lines(whole, width);
	}

	return rule.findings.length < 2
		? lines(whole === null ? null : aboutIt(whole, finding), width)
		: [...lines(one === null ? null : aboutIt(one, finding), width), ...lines(whole, width)];
}

function nearMissOnce(rule: RuleResult, facts: Facts, policy: Policy): string | null {
	const known = remembered.get(rule);
	if (known !== undefined && known.facts === facts && known.policy === policy) {
		return known.sentence;
	}

	const sentence = nearMiss(rule, facts, policy);
	remembered.set(rule, {facts, policy, sentence});
	return sentence;
}

/** The finding's name stands above already. */
function aboutIt(sentence: string, {resource}: Finding): string {
	return sentence.replace(`Would pass if ${resource.name} `, 'This one would pass if it ');
}

function lines(sentence: string | null, width: number): readonly Line[] {
	return sentence === null ? [] : paragraph(sentence, width, {indent: 1, style: {tone: 'info'}});
}
