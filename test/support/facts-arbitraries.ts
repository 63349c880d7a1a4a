import fc from 'fast-check';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Attestation} from '../../source/types/assessment.ts';
import type {Facts, PerProject, Read, ReadFailure} from '../../source/types/facts.ts';
import type {Profile} from '../../source/types/profile.ts';
import {
	account,
	attestation,
	daysAgo,
	failed,
	globalView,
	grant,
	project,
	property,
	read,
	team,
	user,
	view,
} from './facts-builders.ts';

const failure = fc.constantFrom<ReadFailure[]>('denied', 'not_found', 'unreadable', 'timeout', 'network');
const flag = fc.constantFrom<(boolean | null)[]>(true, false, null);
const past = fc.integer({min: -400, max: 400}).map(daysAgo);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');

function answer<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Read<Value>> {
	return fc.oneof(
		{weight: 4, arbitrary: value.map(each => read(each))},
		{weight: 1, arbitrary: failure.map(each => failed(each))},
	);
}

function perProject<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Read<PerProject<Value>>> {
	return answer(
		fc
			.array(answer(value), {maxLength: 3})
			.map(reads => reads.map((each, index) => ({project: project(`${index + 1}`), read: each}))),
	);
}

function distinct<Value>(build: (name: string) => fc.Arbitrary<Value>): fc.Arbitrary<Value[]> {
	return fc.uniqueArray(name, {maxLength: 8}).chain(names => fc.tuple(...names.map(build)));
}

const someUser = (each: string) =>
	fc
		.record({role: fc.constantFrom('owner', 'admin', 'billing_admin', 'member', 'other'), invited: flag})
		.map(({role, invited}) => user(each, role, {invited}));

const someAccount = (each: string) =>
	fc
		.record({
			lastUsed: fc.option(past),
			expires: fc.option(past),
			created: past,
			organizationRole: fc.constantFrom('owner', 'admin', 'member', 'other', null),
			isOwn: fc.constant(each === 'a'),
		})
		.map(more => account(each, more));

const someGrant = (each: string) =>
	fc
		.record({
			role: fc.constantFrom('owner', 'admin', 'analyst', 'consumer', 'custom', null),
			hasSensitiveAccess: flag,
		})
		.map(({role, hasSensitiveAccess}) => grant(each, role, {hasSensitiveAccess, isOwn: each === 'a'}));

const someProperty = fc
	.record({
		rawName: fc.constantFrom('$email', 'phone', 'plan', 'color'),
		sensitive: flag,
		hidden: flag,
		dropped: flag,
	})
	.map(({rawName, ...flags}) => property(rawName, flags));

const someView = (each: string) =>
	fc
		.record({isGlobal: flag, isDefault: flag, isVisible: flag, hasAllMembers: flag, hasFilters: flag})
		.map(flags => (each === 'a' ? globalView() : view(each, flags)));

/** Any organization: each fact absent, failed, or read with anything in it. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record(
	{
		users: answer(distinct(someUser).map(users => ({users}))),
		teams: answer(distinct(each => fc.option(fc.nat({max: 2})).map(members => team(each, members)))),
		twoFactor: answer(
			fc.array(fc.boolean(), {maxLength: 2}).map(values => ({
				candidates: values.map((value, index) => ({key: makeSafe(`key${index}`), value})),
			})),
		),
		serviceAccounts: answer(distinct(someAccount)),
		projectServiceAccounts: perProject(distinct(someGrant)),
		properties: perProject(fc.uniqueArray(someProperty, {selector: each => each.rawName, maxLength: 4})),
		dataViews: perProject(distinct(someView)),
	},
	{requiredKeys: []},
);

export const anyProfile: fc.Arbitrary<Profile> = fc.record({
	level: fc.constantFrom('L1', 'L2', 'L3'),
	sso: fc.constantFrom('enabled', 'disabled', null),
	plan: fc.constantFrom('free', 'growth', 'enterprise', null),
	idp: fc.constant(null),
	domains: fc.constantFrom([], ['acme.example'], ['other.example']),
	role: fc.constantFrom('owner', 'member', null),
	replay: flag,
});

/** Any words of people on the rules with these ids: fresh, old, of another version, dated oddly. */
export function anyAttestations(ids: readonly string[]): fc.Arbitrary<Attestation[]> {
	return fc.array(
		fc
			.record({
				rule: fc.constantFrom(...ids),
				status: fc.constantFrom<Attestation['status'][]>('pass', 'fail', 'not_applicable'),
				ruleVersion: fc.constantFrom(1, 1, 1, 2),
				observedOn: fc.oneof(
					past.map(date => date.slice(0, 10)),
					fc.constant('some day'),
				),
			})
			.map(({rule, status, ...more}) => attestation(rule, status, more)),
		{maxLength: 30},
	);
}
