import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {controls} from '../../source/controls/index.ts';
import {isKeyFact} from '../../source/types/facts.ts';
import {
	type Answers,
	answeredFacts,
	type Endpoint,
	endpoints,
	factOf,
	hardenedAnswers,
	openAnswers,
} from '../support/answered-facts.ts';
import {verdict} from '../support/measure.ts';

const rules = controls.flatMap(control => control.rules).filter(rule => rule.dependsOn.some(isKeyFact));
const profile = {domains: ['acme.example']};

/** The rules that pass on one organization and fail on the other. */
const decided = rules
	.map(rule => rule.id)
	.filter(
		id => !['organization-two-factor', 'stale-invitations', 'service-account-project-scope'].includes(id),
	);

function verdictsOn(answers: Answers): ReadonlyMap<string, string> {
	const facts = answeredFacts(answers);
	return new Map(rules.map(({id}) => [id, verdict(id, facts, {profile})]));
}

test('the two organizations are what they are said to be', () => {
	const [hardened, open] = [verdictsOn(hardenedAnswers), verdictsOn(openAnswers)];
	assert.deepEqual([...new Set(decided.map(id => hardened.get(id)))], ['pass']);
	assert.deepEqual([...new Set(decided.map(id => open.get(id)))], ['fail']);
	assert.equal(open.get('organization-two-factor'), 'manual unconfirmed');
	assert.equal(decided.length, rules.length - 3);
});

/** Values that no field of the API has, or only fields that may say anything. */
const wrong: readonly unknown[] = [
	'false',
	'true',
	'',
	' ',
	'0',
	'superuser',
	0,
	1,
	-1,
	1.5,
	1e300,
	[],
	[null],
	['x'],
	{},
	{name: null},
	{id: 1},
	'9007199254740993',
];

const deeds = ['replace', 'drop', 'wrap', 'double', 'prototype'] as const;

type Change = {readonly deed: (typeof deeds)[number]; readonly value: unknown};

/** There are few enough to try them all; a deed that takes no value is tried once. */
const changes: readonly Change[] = deeds.flatMap(deed =>
	(deed === 'replace' ? wrong : [null]).map(value => ({deed, value})),
);

/** Every place in a body that can be changed, as the keys to it; the body itself is the one without a key. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
	const inner =
		typeof value === 'object' && value !== null
			? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))
			: [];
	return [path, ...inner];
}

function changed(value: unknown, path: readonly string[], change: Change): unknown {
	const [key, ...rest] = path;
	if (key === undefined) {
		return changedHere(value, change);
	}

	const isLast = rest.length === 0;
	if (Array.isArray(value)) {
		const items: readonly unknown[] = value;
		const twin = isLast && change.deed === 'double' ? [{...Object(items[Number(key)]), id: 7000}] : [];
		return [...items.map((item, at) => (String(at) === key ? changed(item, rest, change) : item)), ...twin];
	}

	const entries: readonly (readonly [string, unknown])[] = Object.entries(Object(value));
	return Object.fromEntries(
		entries.flatMap(([name, item]) =>
			name !== key
				? [[name, item]]
				: isLast && change.deed === 'drop'
					? []
					: [[name, changed(item, rest, change)]],
		),
	);
}

function changedHere(value: unknown, {deed, value: other}: Change): unknown {
	switch (deed) {
		case 'replace':
		case 'drop': {
			return other;
		}

		case 'wrap': {
			return [value];
		}

		case 'double': {
			return value;
		}

		case 'prototype': {
			// Made the real key once it is text.
			const poison = {role: 'member', sensitive: true, is_visible: false, expires: null};
			return typeof value === 'object' && value !== null && !Array.isArray(value)
				? {...value, [marked]: poison}
				: value;
		}
	}
}

const marked = 'prototype-to-be';

/** Changes that say something else in the API's own words, instead of nothing it could have said. */
function isLegitimate(endpoint: Endpoint, path: readonly string[], {deed, value}: Change): boolean {
	const key = path.at(-1) ?? '';
	const isList = key === 'results' || path.length === 0;
	if (path.includes('data_filters') && key !== 'data_filters') {
		// What filters look like is not public: anything in them is one.
		return true;
	}

	// The body itself cannot be dropped, so it is replaced.
	if (deed === 'drop' && path.length > 0) {
		// A team without a count is a team (contract §3).
		return key === 'member_count';
	}

	if (deed !== 'replace' && deed !== 'drop') {
		return false;
	}

	return (
		// Exact JSON hands over a number beyond 2^53 as its digits.
		((typeof value === 'string' || value === 1e300) && (key === 'name' || key === 'username')) ||
		// Without letters it is Member in a list of people, and no role at all in a project; any other is one of your own there.
		(key === 'role' && typeof value === 'string' && (value.trim() === '') !== (endpoint === 'grants')) ||
		(key === 'member_count' && typeof value === 'number') ||
		(key === 'data_filters' && typeof value === 'object') ||
		(isList && Array.isArray(value) && value.length === 0 && mayBeEmpty.includes(endpoint))
	);
}

const mayBeEmpty: readonly Endpoint[] = ['teams', 'grants', 'event-properties', 'user-properties'];

describe('an answer with anything wrong in it', () => {
	for (const [name, answers, forbidden] of [
		['hardened', hardenedAnswers, 'fail'],
		['open', openAnswers, 'pass'],
	] as const) {
		for (const endpoint of endpoints) {
			test(`${endpoint}, ${name}: nothing it says by mistake makes a rule ${forbidden}`, () => {
				const body: unknown = JSON.parse(answers[endpoint]);
				const places = placesIn(body);
				const before = verdictsOn(answers);
				for (const [path, how] of places.flatMap(place => changes.map(change => [place, change] as const))) {
					if (isLegitimate(endpoint, path, how)) {
						continue;
					}

					const text = JSON.stringify(changed(body, path, how)).replaceAll(marked, '__proto__');
					for (const [id, verdict] of verdictsOn({...answers, [endpoint]: text})) {
						assert.ok(verdict !== forbidden || before.get(id) === forbidden, `${id}: ${text}`);
					}
				}
			});
		}
	}
});

describe('an answer that could be anything', () => {
	for (const endpoint of endpoints) {
		test(`${endpoint}: no rule passes or fails without a fact that was understood`, () => {
			const dependent = rules.filter(rule => rule.dependsOn.includes(factOf[endpoint]));
			const anything = fc.oneof(
				fc.jsonValue({maxDepth: 4}),
				fc.array(
					fc.dictionary(
						fc.constantFrom('id', 'name', 'email', 'role', '__proto__'),
						fc.constantFrom(...wrong),
					),
				),
				fc.record({status: fc.constant('ok'), results: fc.jsonValue({maxDepth: 4})}),
			);
			fc.assert(
				fc.property(anything, body => {
					const text = JSON.stringify(body);
					const facts = answeredFacts({...hardenedAnswers, [endpoint]: text});
					const fact = facts[factOf[endpoint]];
					const inner = fact?.outcome === 'ok' && Array.isArray(fact.value) ? fact.value : [];
					const isUnderstood =
						fact?.outcome === 'ok' && inner.every(each => Object(each).read?.outcome !== 'unreadable');
					for (const {id} of isUnderstood ? [] : dependent) {
						assert.match(verdict(id, facts, {profile}), /^unknown /, `${id}: ${text}`);
					}
				}),
				{numRuns: 100},
			);
		});
	}
});
