import assert from 'node:assert/strict';
import {stat} from 'node:fs/promises';
import {test} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {prepareWriter} from './run-writer.ts';
import {expectKind, journalPath, openFor, options, record, temporaryDirectory, tick} from './state.ts';

const startWriter = prepareWriter();
const skip = process.platform === 'win32';

test('when the file may not grow, saving fails loudly and all that was saved is whole', {skip}, async t => {
	const directory = await temporaryDirectory(t);
	await record(directory, [tick('before')]);
	const writer = startWriter(t, {directory, name: 'w', most: 40, fileLimit: 4});
	await writer.ended;
	const saved = writer.said.flatMap(({saved: click}) => click ?? []);
	const refused = writer.said.filter(({refused: click}) => click !== undefined);
	assert.ok(saved.length > 5 && refused.length > 5, JSON.stringify(writer.said));
	assert.ok(refused.every(({exitCode}) => exitCode === 5));
	assert.ok(writer.said.at(-1)?.closed);
	assert.ok((await stat(journalPath(directory))).size <= 4096);
	const {session, notices} = expectKind(await openSession(options(directory)), 'open');
	t.after(() => session.close());
	assert.deepEqual(notices, []);
	assert.deepEqual([...session.state.ticked], ['before', ...saved]);
});

test('when nothing can be written from the start, no journal is left behind', {skip}, async t => {
	const directory = await temporaryDirectory(t);
	const writer = startWriter(t, {directory, name: 'w', most: 2, fileLimit: 0});
	await writer.ended;
	assert.equal(writer.said[0]?.kind, 'failed');
	const session = await openFor(t, options(directory));
	await session.append(tick('a'));
	assert.deepEqual([...session.state.ticked], ['a']);
});
