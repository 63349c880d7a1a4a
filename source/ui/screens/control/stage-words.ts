import {widthOf} from '../../lines/fit.ts';
import {dim, type Line} from '../../lines/line.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {isOnQuestion} from '../../state/control/is-on-question.ts';
import {whyNotNow} from '../../state/not-now.ts';
import type {Shown} from './control-frame.ts';

/** What the stage is for and its main key, in one row: the longest of its wordings that fits. */
export function stageLine(state: AppState, shown: Shown): Line {
	const words = state.open === null ? [] : wordings(state, state.open, shown);
	const room = state.columns - 2;
	return [dim(` ${words.find(each => widthOf(each) <= room) ?? words.at(-1) ?? ''}`)];
}

function wordings(state: AppState, {target}: Open, {screen}: Shown): readonly string[] {
	switch (screen.stage) {
		case 'learn': {
			return [
				'What this control is for, and what you need before you begin. Enter goes on to Check.',
				'What it is for and what you need. Enter goes on to Check.',
			];
		}

		case 'check': {
			return target.kind === 'byHand'
				? ['What to look at, rule by rule. Enter goes on to Gap.']
				: [
						'What was read, and what each rule says of it. Enter goes on to Gap.',
						'What was read, rule by rule. Enter goes on to Gap.',
					];
		}

		case 'gap': {
			return whyNotNow(state, 'fix') === null
				? [
						'What is there beside what should be. f mends it from here; Enter goes on to the clicks.',
						'What is there beside what should be. f mends it from here.',
						'What is there and should be. f mends it, Enter goes on.',
					]
				: [
						'What is there beside what should be. Enter goes on to the clicks.',
						'What is there beside what should be. Enter: the clicks.',
					];
		}

		case 'act': {
			return actWordings(state, target.kind === 'simulated');
		}

		case 'verify': {
			return target.kind === 'byHand'
				? ['How each rule is recorded. a says what you see.']
				: [
						'What came of it, and how each rule is recorded. r reads it again.',
						'How each rule is recorded. r reads it again.',
					];
		}
	}
}

function actWordings(state: AppState, isTraining: boolean): readonly string[] {
	const key = isOnQuestion(state) ? '' : ' (Space)';
	return isTraining
		? [
				`Training: do these clicks in thought; ticks${key} change nothing in the simulated organization.`,
				`Training: ticks${key} change nothing in the simulated organization.`,
				`Training: ticks${key} leave the organization as it is.`,
			]
		: isOnQuestion(state)
			? ['What do you see now? Ticks change no verdict.']
			: [
					'Do each step where it says, then tick it with Space. Ticks change no verdict.',
					'Do each step, then tick it (Space). Ticks change no verdict.',
					'Do each step, then tick it with Space.',
				];
}
