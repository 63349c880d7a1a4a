import {pendingConfirmations} from '../../../assessment/pending-confirmations.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Rule} from '../../../types/rule.ts';
import type {Open} from '../app-state.ts';
import {restsOnFiles} from '../opening/last-read.ts';

/** Whether a verdict was read from Mixpanel, so that nobody’s word is asked for. */
export function isRead({basis}: Pick<RuleResult, 'basis'>): boolean {
	return basis === 'verified' || basis === 'confirmed';
}

/** What to do in place of attesting a rule whose verdict was read, by the keys that do it `on` that kind of row. */
export function insteadOfAttesting(
	rule: Rule,
	result: RuleResult,
	open: Open,
	on: 'rule' | 'click' | 'question',
): string {
	if (restsOnFiles(result)) {
		return 'This was read from a file, and nobody’s word stands above that. i imports another one.';
	}

	if (open.reading.kind === 'last_known') {
		return 'Mixpanel was asked about this earlier, and nobody’s word stands above that. r reads it now.';
	}

	if (result.status === 'fail') {
		const mends =
			rule.id === 'pii-classified' ? 'f mends it' : on === 'rule' ? 's shows the clicks' : 'do the clicks';
		const waives = on === 'rule' ? '; w accepts it for a time' : '';
		return `Read from Mixpanel as not so, and a word does not change that: ${mends}, then r reads it again${waives}.`;
	}

	const isPending = pendingConfirmations(open.facts, open.session).some(
		({reading}) => reading === rule.reading,
	);
	return `Read from Mixpanel, so there is nothing to attest. ${isPending && on !== 'click' ? 'v compares it once with your own screen, ' : ''}r reads it again.`;
}
