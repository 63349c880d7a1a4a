import type {RuleResult} from '../../../types/assessment.ts';
import type {ReasonCode} from '../../../types/verdict.ts';
import type {Span} from '../../lines/line.ts';

type Words = {readonly short: string; readonly next: string | null};

/** Why a rule is open, for the codes that say more than that nobody has looked yet. */
const words: {readonly [Code in ReasonCode]?: Words} = {
	stale: {short: 'ran out', next: 'look again'},
	in_doubt: {short: 'in doubt', next: 'look again'},
	unconfirmed: {short: 'to compare', next: null},
	ambiguous: {short: 'not clear', next: null},
	denied: {short: 'not permitted', next: null},
	not_found: {short: 'not found', next: null},
	unreadable: {short: 'unreadable', next: null},
	timeout: {short: 'timed out', next: null},
	network: {short: 'not reached', next: null},
	partial: {short: 'read in part', next: null},
};

/** Why a rule is open, in the words of a list; a register that is begun says how far it is. Null where nothing more is to say. */
export function openWords({status, reasonCode, actual, basis}: RuleResult): Span | null {
	const known = reasonCode === null || basis !== null ? undefined : words[reasonCode];
	if (known !== undefined) {
		return {text: known.short, tone: 'warn'};
	}

	return status === 'manual' && /^\d+ of \d+ recorded$/.test(actual) ? {text: actual, tone: 'dim'} : null;
}

/** The same with what is next: `ran out, look again`. */
export function openWordsWithNext(reasonCode: ReasonCode | null): Span | null {
	const known = reasonCode === null ? undefined : words[reasonCode];
	return known === undefined
		? null
		: {text: known.next === null ? known.short : `${known.short}, ${known.next}`, tone: 'warn'};
}

/** What to press where a person's word ran out or is in doubt, or where what was read waits to be compared; null elsewhere. */
export function nextWords(reasonCode: ReasonCode | null): string | null {
	switch (reasonCode) {
		case 'stale':
		case 'in_doubt': {
			return 'a answers it again.';
		}

		case 'unconfirmed': {
			return 'v compares it with your screen, once for good.';
		}

		default: {
			return null;
		}
	}
}
