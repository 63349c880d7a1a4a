import type {Evidence, FactName, Facts, PerProject} from '../types/facts.ts';
import type {Rule, RuleEvidence} from '../types/rule.ts';

/** The observations behind a rule: those of each fact it depends on and of each project in it, each named once. */
export function ruleEvidence(rule: Rule, facts: Facts): RuleEvidence {
	const all = rule.dependsOn.flatMap(name => factEvidence(name, facts));
	return [
		...new Map(
			all.map(evidence => [`${evidence.detail}\n${evidence.observedAt}\n${evidence.outcome}`, evidence]),
		).values(),
	];
}

function factEvidence(name: FactName, facts: Facts): readonly Evidence[] {
	switch (name) {
		case 'projectServiceAccounts':
		case 'properties':
		case 'dataViews': {
			return [...(facts[name]?.evidence ?? []), ...projectEvidence(facts[name])];
		}

		default: {
			return facts[name]?.evidence ?? [];
		}
	}
}

function projectEvidence(
	read: {readonly outcome: string; readonly value?: PerProject<unknown>} | undefined,
): readonly Evidence[] {
	return (read?.value ?? []).flatMap(project => project.read.evidence);
}
