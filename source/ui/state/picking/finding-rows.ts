import {keyOf} from '../../../assessment/resource-key.ts';
import {makeSafe} from '../../../terminal/make-safe.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Exemption} from '../../../types/decision.ts';
import type {ResourceKey} from '../../../types/resource.ts';
import type {Finding} from '../../../types/rule.ts';
import {acceptedWords} from '../../lines/accepted-words.ts';

/** The exemption under which a rule lets a resource pass now, or null. */
export function exemptionFor({exemptions = []}: RuleResult, resource: ResourceKey): Exemption | null {
	return exemptions.find(exemption => keyOf(exemption.resource) === keyOf(resource)) ?? null;
}

/** The findings of a rule, and after them what it no longer finds because an exemption lets it pass. */
export function findingsOf(rule: RuleResult): readonly Finding[] {
	const {exemptions = [], findings} = rule;
	if (exemptions.length === 0) {
		return findings;
	}

	const found = new Set(findings.map(({resource}) => keyOf(resource)));
	return [
		...findings,
		...exemptions
			.filter(({resource}) => !found.has(keyOf(resource)))
			.map(
				({resource}): Finding => ({
					resource: {...resource, name: nameOfKey(resource)},
					message: 'would be found open',
					remediation: null,
					effort: 'minutes',
					exempted: true,
				}),
			),
	];
}

/** What is wrong with a resource, and until when somebody lets it pass. */
export function findingWords(rule: RuleResult, finding: Finding): string {
	const exemption = finding.exempted === true ? exemptionFor(rule, finding.resource) : null;
	return exemption === null ? finding.message : `exempted until ${exemption.expires}; ${finding.message}`;
}

/** Who lets it pass, why and until when; null for a finding nobody exempted. */
export function exemptionWords(rule: RuleResult, finding: Finding): string | null {
	const exemption = finding.exempted === true ? exemptionFor(rule, finding.resource) : null;
	return exemption === null ? null : acceptedWords('Exempted', exemption);
}

/** A name for a resource of which only the key is known; a property's id holds its name. */
export function nameOfKey({type, id}: ResourceKey) {
	const encoded = type === 'property' ? /^\d+:(?:Event|User):(.+)$/su.exec(id)?.[1] : undefined;
	if (encoded === undefined) {
		return makeSafe(id);
	}

	try {
		return makeSafe(decodeURIComponent(encoded));
	} catch {
		return makeSafe(encoded);
	}
}
