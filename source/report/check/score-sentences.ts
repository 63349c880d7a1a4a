import {decidedWords} from '../../assessment/decided-words.ts';
import {progressOf} from '../../assessment/summarize.ts';
import {count} from '../../controls/rule-kinds/count.ts';
import type {CheckDocument} from './check-document.ts';

/** Score and progress of a check as sentences: counts of the controls in the level, score with its parts, what is decided. */
export function scoreSentences({summary, controls}: CheckDocument): readonly string[] {
	const {pass, fail, unknown, manual, not_applicable: none, waived, total, score} = summary;
	return [
		`${count(total, 'control')} in the level: ${pass} pass, ${fail} fail, ${unknown} unknown, ${manual} by hand, ${none} not applicable; ${waived} waived.`,
		score === null
			? 'No score: no required rule applies.'
			: `Score ${fixed(score)} = ${fixed(summary.verifiedScore)} read (verified and confirmed) + ${fixed(summary.attestedScore)} said.`,
		`${decidedWords(progressOf(controls))}.`,
	];
}

function fixed(value: number | null): string {
	return (value ?? 0).toFixed(2);
}
