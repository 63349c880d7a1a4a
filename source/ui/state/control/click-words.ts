import type {Click} from '../../../types/control.ts';
import {fitEnd} from '../../lines/fit.ts';

/** Columns of a click's own words inside a sentence. */
const mostWords = 44;

/** A click by its own words: `“Check the organization name first: the link…”`. */
export function clickWords({action}: Pick<Click, 'action'>): string {
	const [sentence = action] = action.split(/(?<=[.])\s/u);
	return `“${fitEnd(sentence.replace(/\.$/u, ''), mostWords)}”`;
}

/** The same with its id behind it, by which reports and hand-overs name it. */
export function clickName(click: Pick<Click, 'action' | 'id'>): string {
	return `${clickWords(click)} (${click.id})`;
}
