import type {PiiPattern, Policy, PolicyNumber, PolicyRecord} from '../types/policy.ts';
import {policyKeys} from '../types/policy-keys.ts';
import {exemption} from './decode-decision.ts';
import {fields, list, Misfit, nullable, rawText, safeText, word} from './field.ts';

/** The policy of an assessment. Keys that this version does not know are left behind; the hash then tells. */
export function policyRecord(value: unknown): PolicyRecord {
	const given = fields(value);
	return {sha256: word(given['sha256']), overrides: nullable(overrides)(given['overrides'])};
}

function overrides(value: unknown): Partial<Policy> {
	const given = fields(value);
	const numbers: {[Key in PolicyNumber]?: number} = {};
	for (const key of policyKeys) {
		if (
			key !== 'piiPatterns' &&
			key !== 'exemptions' &&
			key !== 'claimedDomains' &&
			given[key] !== undefined
		) {
			numbers[key] = amount(given[key]);
		}
	}

	return {
		...numbers,
		...(given['piiPatterns'] === undefined ? {} : {piiPatterns: list(pattern)(given['piiPatterns'])}),
		...(given['exemptions'] === undefined ? {} : {exemptions: list(exemption)(given['exemptions'])}),
		...(given['claimedDomains'] === undefined
			? {}
			: {claimedDomains: list(rawText)(given['claimedDomains'])}),
	};
}

function pattern(value: unknown): PiiPattern {
	const given = fields(value);
	return {pattern: rawText(given['pattern']), kind: nullable(safeText)(given['kind'])};
}

function amount(value: unknown): number {
	if (typeof value !== 'number' || !(value >= 0 && value <= 1_000_000)) {
		throw new Misfit('an amount is expected');
	}

	return value;
}
