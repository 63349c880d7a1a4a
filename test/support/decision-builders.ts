import fc from 'fast-check';
import type {Decisions} from '../../source/assessment/decisions.ts';
import {noDecisions} from '../../source/assessment/decisions.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {
	type ConfirmableReading,
	type Confirmation,
	confirmableReadings,
	type Exemption,
	type RegisterEntry,
	type WaiverRecord,
	type WaiverScope,
} from '../../source/types/decision.ts';
import type {ResourceKey} from '../../source/types/resource.ts';
import {daysAgo} from './facts-builders.ts';
import {ruleNamed} from './measure.ts';

/** The ISO day `days` before the moment at which organizations are judged. */
export function dayAgo(days: number): string {
	return daysAgo(days).slice(0, 10);
}

/** Ana's waiver on a rule or a control, five days old, for thirty more. */
export function waiver(
	of: string | WaiverScope,
	more: Partial<Record<'reason' | 'owner' | 'by' | 'expires' | 'at', string>> = {},
): WaiverRecord {
	const {reason = 'the migration ends in spring', owner = 'Ben', by = 'Ana', ...dates} = more;
	return {
		scope: typeof of === 'string' ? {kind: 'rule', rule: of, ruleVersion: 1} : of,
		waiver: 'accepted_risk',
		reason: makeSafe(reason),
		owner: makeSafe(owner),
		by: makeSafe(by),
		expires: dayAgo(-30),
		at: daysAgo(5),
		...dates,
	};
}

export function exemption(
	rule: string,
	resource: ResourceKey,
	more: Partial<Record<'reason' | 'expires' | 'at', string>> = {},
): Exemption {
	const {reason = 'needed by billing', ...dates} = more;
	return {
		rule,
		resource,
		reason: makeSafe(reason),
		owner: makeSafe('Ben'),
		by: makeSafe('Ana'),
		expires: dayAgo(-30),
		at: daysAgo(5),
		...dates,
	};
}

/** A row with every field of its register filled in, five days old. */
export function entry(rule: string, resource: ResourceKey, more: Partial<RegisterEntry> = {}): RegisterEntry {
	return {
		rule,
		ruleVersion: 1,
		resource: {type: resource.type, id: resource.id},
		fields: (ruleNamed(rule).register?.fields ?? []).map(label => ({
			label: makeSafe(label),
			value: makeSafe('as agreed'),
		})),
		by: makeSafe('Ana'),
		at: daysAgo(5),
		...more,
	};
}

export function confirmation(
	reading: ConfirmableReading,
	agrees: boolean,
	key: string | null = null,
): Confirmation {
	return {reading, agrees, key: key === null ? null : makeSafe(key), by: makeSafe('Ana'), at: daysAgo(5)};
}

export function decided(some: Partial<Decisions>): Decisions {
	return {...noDecisions, ...some};
}

const ids = controls.flatMap(({rules}) => rules.map(({id}) => id));
const date = fc.oneof(fc.integer({min: -400, max: 400}).map(dayAgo), fc.constant('some day'));
const moment = fc.integer({min: -3, max: 400}).map(daysAgo);
const text = fc.constantFrom('a reason', 'Ben', ' ', '');

/** Waivers of every kind and state: fresh, ended, too long, malformed, for an older rule. */
export const anyWaivers: fc.Arbitrary<WaiverRecord[]> = fc.array(
	fc
		.record({
			of: fc.oneof(
				fc
					.record({rule: fc.constantFrom(...ids), ruleVersion: fc.constantFrom(1, 1, 2)})
					.map(rule => ({kind: 'rule' as const, ...rule})),
				fc.constantFrom(...controls.map(({id}) => id)).map(control => ({kind: 'control' as const, control})),
			),
			reason: text,
			owner: text,
			expires: date,
			at: moment,
		})
		.map(({of, ...more}) => waiver(of, more)),
	{maxLength: 20},
);

const resource: fc.Arbitrary<ResourceKey> = fc.oneof(
	fc.record({
		type: fc.constantFrom('user', 'service_account', 'team', 'project'),
		id: fc.constantFrom('a', 'b', 'c', 'd', '1', '2'),
	}),
	fc.constantFrom<ResourceKey[]>(
		{type: 'property', id: '1:User:%24email'},
		{type: 'property', id: '1:User:phone'},
		{type: 'data_view', id: '1:b'},
	),
);

/** Any decisions at all, most of them about things that exist in `anyFacts`. */
export const anyDecisions: fc.Arbitrary<Decisions> = fc.record({
	waivers: anyWaivers,
	exemptions: fc.array(
		fc
			.record({rule: fc.constantFrom(...ids), of: resource, expires: date, at: moment})
			.map(({rule, of, ...more}) => exemption(rule, of, more)),
		{maxLength: 20},
	),
	register: fc.array(
		fc
			.record({
				rule: fc.constantFrom('service-account-register', 'admins-documented', 'all-users-grant-removed'),
				of: resource,
				at: moment,
			})
			.map(({rule, of, at}) => entry(rule, of, {at})),
		{maxLength: 20},
	),
	confirmations: fc.array(
		fc
			.record({
				reading: fc.constantFrom(...confirmableReadings),
				agrees: fc.boolean(),
				key: fc.constantFrom('key0', 'key1', null),
			})
			.map(({reading, agrees, key}) => confirmation(reading, agrees, reading === 'two_factor' ? key : null)),
		{maxLength: 6},
	),
});
