import {makeSafe} from '../../terminal/make-safe.ts';
import type {Exemption} from '../../types/decision.ts';
import {defaultPolicy, type PiiPattern, type Policy, type PolicyNumber} from '../../types/policy.ts';
import {policyKeys} from '../../types/policy-keys.ts';
import type {Rule} from '../../types/rule.ts';
import {domain} from '../answers/decode-profile.ts';
import {AnswersFault, type Located, shown} from '../answers/located.ts';
import {listOf, type MapFields, mapFields, personText, type Take} from '../answers/located-fields.ts';
import {once} from '../answers/once.ts';
import {resourceKey} from '../answers/resource-ids.ts';
import {lastDay, ruleOf, signed} from '../answers/shared-takes.ts';
import {policyRanges} from './policy-ranges.ts';

/** What a policy is checked against. */
export type PolicyContext = {
	readonly rules: readonly Pick<Rule, 'id' | 'version' | 'register'>[];
	readonly now: Date;
	/** What is wrong with a pattern for names; null when it can be used. */
	readonly faultOfPattern: (pattern: string) => {readonly fault: string; readonly why: string} | null;
};

/** Who signs an exemption that does not say it. */
const nobody = makeSafe('policy file');

const longestPattern = 200;
const mostPatterns = 100;
const mostDomains = 1000;

/** The policy in a file, the defaults where it is silent. Throws an `AnswersFault` at the first thing that cannot be meant. */
export function decodePolicy(value: Located, context: PolicyContext): Policy {
	if (value.kind === 'scalar' && value.value === null) {
		throw new AnswersFault(
			value.spot,
			'the policy is empty',
			'It holds at least one key, as in maxOwners: 4. `mixpanel-harden check --print-policy` prints them all.',
		);
	}

	const file = mapFields(value, 'the policy', policyKeys);
	const number = (key: PolicyNumber): number => file.may(key, numberOf(key), defaultPolicy[key]);
	const policy: Policy = {
		maxPrivileged: number('maxPrivileged'),
		maxPrivilegedShare: number('maxPrivilegedShare'),
		minOwners: number('minOwners'),
		maxOwners: number('maxOwners'),
		unusedDays: number('unusedDays'),
		unusedGraceDays: number('unusedGraceDays'),
		rotationDays: number('rotationDays'),
		maxExpiryDays: number('maxExpiryDays'),
		maxProjectsPerServiceAccount: number('maxProjectsPerServiceAccount'),
		certificateDays: number('certificateDays'),
		auditExportDays: number('auditExportDays'),
		waiverMaxDays: number('waiverMaxDays'),
	};
	ordered(file, policy);
	const {waiverMaxDays} = policy;
	return {
		...policy,
		...filled('piiPatterns', file.may('piiPatterns', atMost(mostPatterns, patternOf(context)), [])),
		...filled('exemptions', file.may('exemptions', exemptionsOf({...context, waiverMaxDays}), [])),
		...filled('claimedDomains', file.may('claimedDomains', atMost(mostDomains, domain), [])),
	};
}

/** A list that is empty says as much as none. */
function filled<Key extends string, Item>(
	key: Key,
	items: readonly Item[],
): {[Name in Key]?: readonly Item[]} {
	const held: {[Name in Key]?: readonly Item[]} = {};
	if (items.length > 0) {
		held[key] = items;
	}

	return held;
}

function numberOf(key: PolicyNumber): Take<number> {
	const {least, most, is} = policyRanges[key];
	const [form, words] =
		is === 'share'
			? [/^(?:0|1|[01]?\.\d{1,6})$/, 'a number']
			: [/^(?:0|[1-9]\d{0,8})$/, is === 'days' ? 'a whole number of days' : 'a whole number'];
	return value => {
		const number = value.kind === 'scalar' && form.test(value.source) ? value.value : null;
		if (typeof number !== 'number' || number < least || number > most) {
			throw new AnswersFault(
				value.spot,
				`${value.kind === 'scalar' ? shown(value.source) : `a ${value.kind}`} is no ${key}`,
				`It is ${words} from ${least} to ${most}, without quotes.`,
			);
		}

		return number;
	};
}

/** Two limits that leave nothing between them would fail everybody. */
function ordered(file: MapFields, {minOwners, maxOwners}: Policy): void {
	if (minOwners > maxOwners) {
		const key = file.has('minOwners') ? 'minOwners' : 'maxOwners';
		file.need(key, ({spot}) => {
			throw new AnswersFault(
				spot,
				`minOwners ${minOwners} is above maxOwners ${maxOwners}`,
				'No number of Owners would be right. What the file does not set is as by default.',
			);
		});
	}
}

function atMost<Item>(most: number, take: Take<Item>): Take<readonly Item[]> {
	const each = listOf(take);
	return value => {
		if (value.kind === 'list' && value.items.length > most) {
			throw new AnswersFault(value.spot, 'this list is too long', `It may hold ${most} entries.`);
		}

		return each(value);
	};
}

function patternOf({faultOfPattern}: PolicyContext): Take<PiiPattern> {
	const pattern: Take<string> = value => {
		const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
		if (text === null || text === '') {
			throw new AnswersFault(
				value.spot,
				'a pattern is needed here',
				'It is a regular expression, a text that is not empty, as in "^customer_ref$".',
			);
		}

		if (text.length > longestPattern) {
			throw new AnswersFault(
				value.spot,
				'this pattern is too long',
				`It may have ${longestPattern} characters.`,
			);
		}

		if (makeSafe(text, longestPattern) !== text) {
			throw new AnswersFault(
				value.spot,
				'this pattern holds characters that do not show',
				String.raw`Write them as escapes, as in \u200b.`,
			);
		}

		const fault = faultOfPattern(text);
		if (fault !== null) {
			throw new AnswersFault(value.spot, fault.fault, makeSafe(fault.why, 300));
		}

		return text;
	};

	return value => {
		if (value.kind !== 'map') {
			return {pattern: pattern(value), kind: null};
		}

		const fields = mapFields(value, 'a pattern', ['pattern', 'kind']);
		return {pattern: fields.need('pattern', pattern), kind: fields.may('kind', personText, null)};
	};
}

function exemptionsOf(
	context: PolicyContext & {readonly waiverMaxDays: number},
): Take<readonly Omit<Exemption, 'at'>[]> {
	const exempted = once('this was exempted above');
	return listOf(value => {
		const fields = mapFields(value, 'an exemption', ['rule', 'resource', 'reason', 'owner', 'expires', 'by']);
		const exemption = {
			rule: fields.need('rule', ruleOf(context)).id,
			resource: fields.need('resource', resourceKey),
			...signed(fields, nobody),
			// One that has ended stays in the file: its finding returns and says so.
			expires: fields.need('expires', lastDay(context)),
		};
		exempted(value.spot, [exemption.rule, exemption.resource]);
		return exemption;
	});
}
