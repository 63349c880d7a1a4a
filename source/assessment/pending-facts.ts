import {type FactName, type Facts, isKeyFact} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';

/**
The facts a rule still waits for while a run is reading. A failed read is no longer pending, and nobody waits for what
a person may or may not give.
*/
export function pendingFacts(rule: Pick<Rule, 'dependsOn'>, facts: Facts): FactName[] {
	return rule.dependsOn.filter(name => isKeyFact(name) && facts[name] === undefined);
}

/**
Whether a rule has no verdict of its own yet, because a fact is still to be read. `assess` cannot know whether more
facts will come: it takes an absent fact as one that nobody reads, and gives `manual`/`no_api`. Whoever shows
verdicts while facts arrive asks this first, and shows such a rule as being read.
*/
export function isPending(rule: Pick<Rule, 'dependsOn'>, facts: Facts): boolean {
	return pendingFacts(rule, facts).length > 0;
}
