import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {compileNamePattern} from '../../../source/controls/data-governance/name-pattern.ts';

function fits(pattern: string, name: string): boolean {
	const compiled = compileNamePattern(pattern);
	assert.ok(typeof compiled === 'function', JSON.stringify(compiled));
	return compiled(name);
}

/** Patterns with names; each has to say what the language itself says. */
const table: readonly (readonly [pattern: string, ...names: readonly string[]])[] = [
	['cust_ref', 'cust_ref', 'CUST_REF_2', 'my cust_ref', 'custref', ''],
	['^cust_ref$', 'cust_ref', 'Cust_Ref', 'a cust_ref', 'cust_ref '],
	['^(?:kunde|klient)[-_ ]?nr\\.?$', 'kunde_nr', 'KlientNr.', 'kundenr', 'kunde__nr'],
	['\\bssn\\b', 'ssn', 'user ssn', 'user_ssn', 'assn'],
	['\\Bid', 'userid', 'id', 'user id'],
	['a{2,3}b', 'ab', 'aab', 'aaaab', 'b'],
	['a{2}', 'a', 'aa'],
	['a{2,}c', 'aac', 'aaaaaac', 'ac'],
	['^a{0}b$', 'b', 'ab'],
	['[^\\]a-c]x', 'dx', ']x', 'ax', 'x'],
	['\\p{Script=Cyrillic}+', 'имя', 'name'],
	['^.$', 'a', '😀', 'ab', '\n'],
	['\\u0041\\u0042', 'ab', 'a', 'xAB'],
	['\\ud83d\\ude00', '😀', 'x'],
	['\\u{1f600}x', '😀x'],
	['\\x41\\$\\.', 'a$.', 'a$x'],
	['(?<year>\\d{4})|никто', '2026', 'никто', '202'],
	['(a*)*b', 'b', 'aab', 'aa'],
	['(?:)*x', 'x', 'y'],
	['a+?b*?$', 'ab', 'a', 'c'],
	['|a', 'b', ''],
	['(a|)(b|c)+$', 'abc', 'c', 'a'],
	['straße|K', 'STRASSE', 'STRAßE', 'k', '\u212a'],
	['\\S\\s\\d\\W', 'a 1-', 'a1'],
	['\\cJ|\\t', '\n', '\t', 'J'],
];

test('a pattern fits the names that the language says it fits', () => {
	for (const [pattern, ...names] of table) {
		for (const name of names) {
			assert.equal(
				fits(pattern, name),
				new RegExp(pattern, 'iu').test(name),
				`${pattern} on ${JSON.stringify(name)}`,
			);
		}
	}
});

test('whatever is put together from its parts, it fits what the language says', () => {
	const {pattern} = fc.letrec<{pattern: string}>(tie => ({
		pattern: fc.oneof(
			{maxDepth: 4, withCrossShrink: true},
			fc.constantFrom('a', 'b', '_', '.', '\\d', '[ab]', '[^a]', '\\b', '^', '$', '\\B', 'é'),
			fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
			fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
			fc
				.tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?'))
				.map(([one, many]) => `(${one})${many}`),
		),
	}));
	const name = fc
		.array(fc.constantFrom('a', 'b', '_', '1', 'É', ' '), {maxLength: 8})
		.map(parts => parts.join(''));
	fc.assert(
		fc.property(pattern, name, (source, text) => {
			const compiled = compileNamePattern(source);
			if (typeof compiled === 'function') {
				assert.equal(compiled(text), new RegExp(source, 'iu').test(text));
			}
		}),
		{numRuns: 400},
	);
});

test('what would hold a judgement up, and what is no pattern, is refused with its reason', () => {
	for (const [pattern, fault] of [
		['(a', /no regular expression/],
		['[z-a]', /no regular expression/],
		['a**', /no regular expression/],
		['\\k<x>', /no regular expression/],
		['(a)\\1', /repeats what it found/],
		['(?<x>a)\\k<x>', /repeats what it found/],
		['(?=a)b', /ahead or back/],
		['(?!a)b', /ahead or back/],
		['(?<=a)b', /ahead or back/],
		['(?<!a)b', /ahead or back/],
		['a{1001}', /too large/],
		['a{999999999999}', /too large/],
		['(?:){999999999}', /too large/],
		['((((x{0}){999}){999}){999}){999}', /too large/],
		['(?:(?:a{40}){40}){40}', /too large/],
		[`${'('.repeat(30)}a${')'.repeat(30)}`, /too deep/],
	] as const) {
		const compiled = compileNamePattern(pattern);
		assert.ok(typeof compiled !== 'function', pattern);
		assert.match(compiled.fault, fault, pattern);
		assert.notEqual(compiled.why, '');
	}
});

test('a name made to hold a pattern up does not', {timeout: 10_000}, () => {
	const evil = `${'a'.repeat(299)}!`;
	for (const pattern of [
		'(a+)+$',
		'(a|a)*$',
		'(a|aa)+$',
		'^(([a-z])+.)+[A-Z]([a-z])+$',
		'(.*a){20}$',
		'a*a*a*a*a*a*b',
	]) {
		const began = performance.now();
		fits(pattern, evil);
		assert.ok(performance.now() - began < 1000, pattern);
	}

	assert.equal(fits('a$', 'a'.repeat(1_000_000)), true);
});
