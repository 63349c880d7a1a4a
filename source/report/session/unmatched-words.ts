import type {Rule} from '../../types/rule.ts';
import type {SessionState} from '../../types/session.ts';
import type {UnmatchedWord} from './report-document.ts';

/** What was said or decided about rules that are not among `rules`: it counts for nothing, and is named all the same. */
export function unmatchedWords(
	state: SessionState,
	rules: readonly Pick<Rule, 'id'>[],
): readonly UnmatchedWord[] {
	const known = new Set(rules.map(({id}) => id));
	const word = (kind: UnmatchedWord['kind'], {rule, by, at}: Omit<UnmatchedWord, 'kind'>) => ({
		kind,
		rule,
		by,
		at,
	});
	return [
		...state.attestations.map(each => word('attestation', each)),
		...state.waivers.flatMap(({scope, by, at}) =>
			scope.kind === 'rule' ? [word('waiver', {rule: scope.rule, by, at})] : [],
		),
		...state.exemptions.map(each => word('exemption', each)),
		...state.register.map(each => word('register', each)),
	].filter(({rule}) => !known.has(rule));
}
