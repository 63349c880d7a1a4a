import type {Waiver} from '../types/assessment.ts';
import type {Exemption} from '../types/decision.ts';
import type {Policy} from '../types/policy.ts';
import type {ResourceKey} from '../types/resource.ts';
import type {Finding} from '../types/rule.ts';
import type {JudgedRule} from './measured-result.ts';
import {keyOf} from './resource-key.ts';
import {termOf} from './term.ts';

/** The exemptions of one rule by resource: those that hold, and why the others no longer do. */
export type RuleExemptions = {
	readonly holding: ReadonlyMap<string, Exemption>;
	readonly lapsed: ReadonlyMap<string, string>;
};

/**
The exemptions for a rule, told apart by whether they hold now. Of each resource the latest that people gave counts, and
where there is none that holds, the one of the policy.
*/
export function exemptionsOf(
	rule: string,
	exemptions: readonly Exemption[],
	at: {readonly now: Date; readonly policy: Policy},
): RuleExemptions {
	const holding = new Map<string, Exemption>();
	const lapsed = new Map<string, string>();
	const ofPolicy = policyExemptions(at);
	for (const exemption of [...ofPolicy, ...exemptions].filter(candidate => candidate.rule === rule)) {
		const key = keyOf(exemption.resource);
		const term = termOf(exemption, at);
		const standing = holding.get(key);
		if (term.kind === 'holds') {
			holding.set(key, exemption);
			lapsed.delete(key);
		} else if (standing === undefined || !ofPolicy.includes(standing)) {
			holding.delete(key);
			lapsed.set(
				key,
				term.kind === 'expired'
					? `its exemption ended on ${exemption.expires}`
					: `its exemption does not count: ${term.why}`,
			);
		}
	}

	return {holding, lapsed};
}

/** The exemptions of the policy, given at the moment that is judged at: a file has no history, it says what counts now. */
export function policyExemptions({
	now,
	policy,
}: {
	readonly now: Date;
	readonly policy: Policy;
}): readonly Exemption[] {
	return (policy.exemptions ?? []).map(exemption => ({...exemption, at: now.toISOString()}));
}

/** The exemption of a resource that holds, or null. */
export function exemptionOf({holding}: RuleExemptions, resource: ResourceKey): Exemption | null {
	return holding.get(keyOf(resource)) ?? null;
}

/**
Exemptions laid over a rule (contract §2). A finding stays, marked; where an exemption has ended, it says so. When every
finding is exempted and nothing else is left open, the rule counts as waived until the first of them ends.
`taken` are those that already let a resource pass.
*/
export function overlayExemptions(
	judged: JudgedRule,
	exemptions: RuleExemptions,
	taken: readonly Exemption[],
): JudgedRule {
	const {result} = judged;
	const applied = [...taken];
	const findings = result.findings.map((finding): Finding => {
		const exemption = exemptionOf(exemptions, finding.resource);
		if (exemption !== null) {
			applied.push(exemption);
			return {...finding, exempted: true};
		}

		const why = exemptions.lapsed.get(keyOf(finding.resource));
		return why === undefined ? finding : {...finding, message: `${finding.message}; ${why}`};
	});
	if (result.status !== 'fail') {
		return applied.length === 0 ? judged : {...judged, result: {...result, exemptions: applied}};
	}

	const isAll = findings.length > 0 && findings.every(finding => finding.exempted === true);
	const isWhole = isAll && result.undecided === undefined;
	return {
		...judged,
		result: {
			...result,
			...(applied.length === 0 ? {} : {exemptions: applied}),
			findings,
			waiver: isWhole ? firstToEnd(applied) : result.waiver,
			reason: isAll
				? `${result.reason} Every finding is exempted${isWhole ? '' : `, but ${result.undecided} could not be decided`}.`
				: result.reason,
		},
	};
}

/** The exemption that ends first, as the waiver of its rule. */
function firstToEnd(exemptions: readonly Exemption[]): Waiver | null {
	const [first] = exemptions.toSorted((one, other) => one.expires.localeCompare(other.expires));
	return first === undefined
		? null
		: {
				kind: 'accepted_risk',
				reason: first.reason,
				owner: first.owner,
				expires: first.expires,
				by: first.by,
				at: first.at,
			};
}
