import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {earlierKnowledge} from '../../source/assessment/earlier-knowledge.ts';
import type {Since} from '../../source/assessment/in-doubt.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Attestation} from '../../source/types/assessment.ts';

const start = Date.parse('2026-01-01T12:00:00Z');
const rules = [
	{id: 'of-projects', doubtedBy: 'project'},
	{id: 'of-admins', doubtedBy: 'admin'},
	{id: 'of-nobody'},
] as const;

function at(day: number): string {
	return new Date(start + day * 86_400_000).toISOString();
}

function word(rule: string, day: number): Attestation {
	return {
		rule,
		ruleVersion: 1,
		resource: null,
		status: 'pass',
		by: makeSafe('Ana'),
		observedOn: at(day).slice(0, 10),
		seen: makeSafe('it'),
		at: new Date(start + day * 86_400_000 + 3_600_000).toISOString(),
	};
}

test('a word is held against the reading nearest before it that knew the list, whatever came between', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(fc.integer({min: 0, max: 60}), {minLength: 1, maxLength: 12}),
			fc.array(fc.integer({min: 0, max: 60}), {maxLength: 6}),
			fc.func(fc.boolean()),
			async (readings, words, isRead) => {
				const loaded: string[] = [];
				const load = async (moment: string): Promise<Since | null> => {
					loaded.push(moment);
					return {at: moment, projects: isRead(moment) ? ['1'] : null, privileged: []};
				};
				const known = await earlierKnowledge(
					words.map(day => word('of-projects', day)),
					rules,
					readings.map(at),
					load,
				);
				assert.equal(new Set(loaded).size, loaded.length, 'each is loaded once');
				for (const day of words) {
					const usable = readings
						.filter(reading => isRead(at(reading)))
						.toSorted((one, other) => one - other);
					const nearest = usable.findLast(reading => reading <= day) ?? usable[0];
					assert.ok(nearest === undefined || known.some(since => since.at === at(nearest)));
				}
			},
		),
		{numRuns: 200},
	);
});

test('what nothing new can put in doubt needs no reading', async () => {
	const load = (): Promise<null> => Promise.reject(new Error('nothing is to be loaded'));
	assert.deepEqual(await earlierKnowledge([word('of-nobody', 3)], rules, [at(1)], load), []);
	assert.deepEqual(await earlierKnowledge([], rules, [at(1)], load), []);
});
