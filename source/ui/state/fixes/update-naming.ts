import {isNameOf} from '../../../remediation/is-name-of.ts';
import type {Command} from '../../keys/bindings.ts';
import type {AppState} from '../app-state.ts';
import {type Step, stay} from '../step.ts';
import {editText, type TextEdit, textField, textOf} from '../text-field.ts';
import type {Fix} from './fix.ts';
import {runFix} from './run-fix.ts';

type Naming = Extract<Fix, {kind: 'naming'}>;

/** Whether a change waits for the organization's name: before the first one of a visit to an organization that is real. */
export function asksForName({open}: AppState): boolean {
	return open?.target.kind === 'live' && open.isNamed !== true;
}

/** From a yes to the question for the organization's name. */
export function beginNaming(state: AppState, confirming: Naming['confirming']): Step {
	return stay({...state, fix: {kind: 'naming', confirming, text: textField(''), problem: null}});
}

/** The organization's name is typed before the first write to it; leaving leads back to the confirmation. */
export function updateNaming(state: AppState, fix: Naming, command: Command): Step {
	switch (command) {
		case 'cancel': {
			return stay({...state, fix: {...fix.confirming, answer: 'no', since: state.now}});
		}

		case 'accept': {
			const {open} = state;
			if (open === null || open.target.kind === 'byHand') {
				return stay(state);
			}

			return isNameOf(textOf(fix.text), open.target.name)
				? runFix({...state, open: {...open, isNamed: true}}, fix.confirming.plans)
				: stay({
						...state,
						fix: {
							...fix,
							problem:
								'That is not its name. Type it as it stands above, or Esc to go back; nothing was sent.',
						},
					});
		}

		default: {
			return stay(state);
		}
	}
}

/** The state after something was typed where the name is asked for. */
export function editNaming(fix: Naming, edit: TextEdit): Fix {
	return {...fix, problem: null, text: editText(fix.text, edit)};
}
