import type {RuleContext} from '../../assessment/assess-rule.ts';
import type {AppState, Open} from '../state/app-state.ts';

/** What the verdicts on the screen were made with. */
export function ruleContextOf({policy, now}: Pick<AppState, 'policy' | 'now'>, open: Open): RuleContext {
	return {
		facts: open.facts,
		profile: open.session.profile,
		policy,
		attestations: open.session.attestations,
		decisions: open.session,
		now,
	};
}
