import assert from 'node:assert/strict';
import {symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {freePlaces} from '../../source/commands/files/free-places.ts';
import {createArchive} from '../../source/commands/wizard/create-archive.ts';
import type {Session} from '../../source/session/session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import type {Archive} from '../../source/ui/effects/archive.ts';
import {record} from '../report/session/make-report.ts';
import {acme, openFor, options, temporaryDirectory} from '../session/state.ts';
import {hardenedFacts, read, users} from '../support/facts-builders.ts';

const facts = {...hardenedFacts(), users: read({users: users(5, 2, 3)})};

async function opened(
	t: TestContext,
): Promise<{readonly directory: string; readonly session: Session; readonly archive: Archive}> {
	const directory = await temporaryDirectory(t);
	const given = options(directory);
	const session = await openFor(t, given);
	const sight = {state: () => session.state, headHash: () => session.headHash(), leftOut: null};
	return {
		directory,
		session,
		archive: createArchive(
			{stateDirectory: directory, target: acme, policy: defaultPolicy, now: given.now},
			sight,
		),
	};
}

describe('what a session keeps', () => {
	test('facts of earlier assessments come back in the order asked for, each missing one with the reason', async t => {
		const {directory, session, archive} = await opened(t);
		const kept = await session.saveFacts(facts);
		await session.append({type: 'assessment_recorded', assessment: {...record, facts: kept}});
		const other = {...kept, file: kept.file.replace('2026', '2025')};
		const [first, second] = await archive.loadFacts([other, kept]);
		assert.deepEqual(first, {facts: null, why: 'The file is gone.'});
		assert.ok(second?.facts !== null && second !== undefined);
		assert.deepEqual(second.facts.users, facts.users);
		await writeFile(join(directory, 'sessions', 'us-4410022', 'facts', kept.file), '{}');
		const [spoilt] = await archive.loadFacts([kept]);
		assert.equal(spoilt?.why, 'The file is not as it was written.');
	});

	test('the report is made of what the session holds at that moment, in both formats', async t => {
		const {session, archive} = await opened(t);
		const kept = await session.saveFacts(facts);
		await session.append({type: 'assessment_recorded', assessment: {...record, facts: kept}});
		await session.append({type: 'note_written', control: '3.1', text: makeSafe('rotate in May')});
		const {markdown, json, names} = await archive.makeReport(null);
		assert.match(markdown, /rotate in May/);
		const document = JSON.parse(json);
		assert.equal(document.journal.headHash, session.headHash());
		assert.equal(document.reading.from, 'facts');
		assert.deepEqual(names, {
			markdown: 'hardening-4410022-2026-11-24.md',
			json: 'hardening-4410022-2026-11-24.json',
		});
	});

	test('a name that is taken gives way to the next one that is free', async t => {
		const folder = await temporaryDirectory(t);
		assert.deepEqual(await freePlaces('report', folder), {
			folder,
			names: {markdown: 'report.md', json: 'report.json'},
		});
		await writeFile(join(folder, 'report.md'), '');
		await symlink('nowhere', join(folder, 'report-2.md'));
		const {names} = await freePlaces('report', folder);
		assert.deepEqual(names, {markdown: 'report-3.md', json: 'report.json'});
	});
});
