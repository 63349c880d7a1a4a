import {controls} from '../../../source/controls/index.ts';
import {
	type FactName,
	type Facts,
	isKeyFact,
	perProjectFacts,
	type Read,
	type ReadFailure,
} from '../../../source/types/facts.ts';
import type {Rule} from '../../../source/types/rule.ts';
import {verdict} from '../../support/measure.ts';

const rules = controls
	.flatMap(control => control.rules)
	.filter(rule => rule.dependsOn.some(fact => isKeyFact(fact) || fact === 'scimUsers'));
const profile = {domains: ['acme.example']};

export type Verdicts = Readonly<Record<string, string>>;

/** Status and reason code of each rule that is read with the key. */
export function verdictsOn(facts: Facts): Verdicts {
	return Object.fromEntries(rules.map(({id}) => [id, verdict(id, facts, {profile})]));
}

/** Whether a rule has anything to do with a fact; `/me` names the projects that others are read in. */
export function restsOn({dependsOn}: Rule, fact: FactName | null): boolean {
	return dependsOn.some(
		name => name === fact || (fact === 'identity' && perProjectFacts.some(each => each === name)),
	);
}

/** The verdicts that are left when a fact could not be read, in all projects or in the second of two only. */
export function withoutFact(
	before: Verdicts,
	fact: FactName | null,
	failure: ReadFailure,
	isPartial: boolean,
): Verdicts {
	return Object.fromEntries(
		rules.map(rule => {
			const {id} = rule;
			const was = before[id] ?? '';
			const left = isPartial ? (was === 'fail' ? 'fail' : 'unknown partial') : `unknown ${failure}`;
			return [id, restsOn(rule, fact) ? left : was];
		}),
	);
}

/** Rules whose verdict is another one than it should be, each with both. */
export function differences(expected: Verdicts, found: Verdicts): readonly string[] {
	return Object.keys(expected).flatMap(id =>
		expected[id] === found[id] ? [] : [`${id}: ${found[id]}, not ${expected[id]}`],
	);
}

/** After a 401 each verdict is the one it would have been, or open because nothing more was asked. */
export function changedByRefusal(
	before: Verdicts,
	found: Verdicts,
	fact: FactName | null,
): readonly string[] {
	return rules.flatMap(rule => {
		const was = before[rule.id] ?? '';
		const is = found[rule.id] ?? '';
		const isOpen = /^(?:unknown (?:denied|partial)|manual no_api)$/.test(is);
		const wasSeen = is === 'fail' && was === 'fail';
		return isOpen || wasSeen || (is === was && !restsOn(rule, fact))
			? []
			: [`${rule.id}: ${is} after a refusal`];
	});
}

/** What a read holds, without the evidence, which names places and times. */
export function heldBy(read: Read<unknown>): unknown {
	if (read.outcome !== 'ok') {
		return read.outcome;
	}

	return Array.isArray(read.value)
		? read.value.map(item => ('project' in Object(item) ? [item.project, heldBy(item.read)] : item))
		: read.value;
}
