import type {Command} from '../../keys/bindings.ts';
import {bindingsIn} from '../../keys/command-for.ts';
import type {AppState} from '../app-state.ts';
import {contextOf} from '../context-of.ts';
import {worksNow} from '../footer-of.ts';
import {whyNotNow} from '../not-now.ts';

const ways: readonly (readonly [command: Command, words: string])[] = [
	['fix', 'fixes it'],
	['attest', 'attests what you see'],
	['waive', 'waives it for a time'],
	['exempt', 'exempts what was found'],
	['hand_over', 'hands it over'],
	['park', 'parks it'],
];

/** What can be done about the selected row, each with the key that does it there: `w waives it for a time, …`. */
export function waysOn(state: AppState): string {
	const bound = bindingsIn(contextOf(state));
	const open = ways.flatMap(([command, words]) => {
		const key = bound.find(binding => binding.command === command)?.keys[0];
		return key === undefined || !worksNow(state, command) || whyNotNow(state, command) !== null
			? []
			: [`${key} ${words}`];
	});
	const isOnClick = contextOf(state) === 'act';
	return [...open, ...(isOnClick ? [] : ['p at a click of Act parks it'])].join(', ');
}
