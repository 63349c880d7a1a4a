import {nearMiss} from '../../../assessment/near-miss.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Finding} from '../../../types/rule.ts';
import type {Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';

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

	const whole = nearMiss(rule, open.facts, policy);
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

/** The finding's name stands above already. */
function aboutIt(sentence: string, {resource}: Finding): string {
	return sentence.replace(`Would pass if ${resource.name} `, 'This one would pass if it ');
}

function lines(sentence: string | null, width: number): readonly Line[] {
	return sentence === null ? [] : paragraph(sentence, width, {indent: 1, style: {tone: 'info'}});
}
