import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {openOutput} from '../../source/commands/files/open-output.ts';
import {exportSession} from '../../source/session/export-session.ts';
import type {FactsReference} from '../../source/session/facts-store.ts';
import {openSession} from '../../source/session/open-session.ts';
import {readJournal} from '../../source/session/read-journal.ts';
import {encodeArchive, parseArchive} from '../../source/session/session-archive.ts';
import {UserError} from '../../source/types/user-error.ts';
import {hardenedFacts} from '../support/facts-builders.ts';
import {type Failing, prepareFaults} from './fail-nth.ts';
import {acme, expectKind, journalPath, options, record, tick} from './state.ts';

const place = await mkdtemp(join(tmpdir(), 'mixpanel-harden-faults-'));
after(() => rm(place, {recursive: true, force: true}));
const faults = await prepareFaults(place);
const clicks = ['a', 'b'];

/** What was reported as done, and as not. */
type Said = {
	readonly saved: string[];
	readonly refused: string[];
	facts: FactsReference | null;
	isExported: boolean;
	isOpened: boolean;
};

/** Does something a person asked for; a failure must be one that a person can act on. */
async function tryTo<Value>(what: () => Promise<Value>): Promise<Value | null> {
	try {
		return await what();
	} catch (error) {
		assert.ok(error instanceof UserError, error instanceof Error ? error.stack : String(error));
		told(error);
		return null;
	}
}

function told({message, why, next}: UserError): void {
	assert.ok(message.length > 10 && why.length > 5 && next.length > 5, `${message} ${why} ${next}`);
}

/** One sitting: open, record, keep facts, record the assessment, close, write an export over an older file. */
async function work(state: string, output: string): Promise<Said> {
	const said: Said = {saved: [], refused: [], facts: null, isExported: false, isOpened: false};
	const opened = await tryTo(() => openSession(options(state)));
	if (opened?.kind === 'failed') {
		told(opened.error);
	}

	if (opened?.kind === 'open') {
		const {session} = opened;
		said.isOpened = true;
		for (const click of clicks) {
			const isSaved = (await tryTo(async () => session.append(tick(click)).then(() => true))) === true;
			(isSaved ? said.saved : said.refused).push(click);
			assert.equal(session.state.ticked.has(click), isSaved);
		}

		const facts = await tryTo(() => session.saveFacts(hardenedFacts()));
		const assessment = {level: 'L1', score: 0.5, decided: 1, of: 25, controls: []} as const;
		const isKept =
			facts !== null &&
			(await tryTo(async () =>
				session.append({type: 'assessment_recorded', assessment: {...assessment, facts}}).then(() => true),
			)) === true;
		said.facts = isKept ? facts : null;
		await tryTo(() => session.close());
	}

	said.isExported =
		(await tryTo(async () => {
			const {archive} = await exportSession(state, acme);
			const write = await openOutput(output, true);
			await write?.(encodeArchive(archive, '0.1.0', new Date('2026-11-24T10:00:00.000Z')));
			return true;
		})) === true;
	return said;
}

type Round = {
	readonly state: string;
	readonly output: string;
	readonly before: readonly string[];
	readonly failing: Failing;
};

/** After the fault: all that was reported as done is there, what was there before as well, and work goes on. */
async function inspect({state, output, before, failing}: Round, said: Said, label: string): Promise<void> {
	const reading = await readJournal(journalPath(state), 'us-4410022');
	assert.ok(reading === null || reading.kind === 'whole', `${label}: ${reading?.kind}`);
	// What a process leaves behind that could not release its lock; the next one takes it over, as lock.test.ts has it.
	const lock = join(journalPath(state), '..', 'lock');
	// Where opening fails once, though, whoever tries again in the same process must not find the session held.
	if (failing === 'from_then_on' || said.isOpened) {
		await rm(lock, {force: true});
	}

	const {session} = expectKind(await openSession(options(state)), 'open');
	const ticked = [...session.state.ticked];
	const must = [...before, ...said.saved];
	assert.deepEqual(ticked.slice(0, must.length), must, `${label}: lost`);
	// What was refused is not there behind somebody's back, but where the disk did not let it be taken back either.
	const allowed = failing === 'once' ? [] : said.refused.slice(0, 1);
	assert.ok(
		ticked.slice(must.length).every(click => allowed.includes(click)),
		`${label}: ${ticked.join()}`,
	);
	if (said.facts !== null) {
		assert.deepEqual((await session.loadLatestFacts())?.facts, hardenedFacts(), label);
	}

	await session.append(tick('after'));
	await session.close();
	const text = await readFile(output, 'utf8');
	if (said.isExported || text !== 'old') {
		assert.ok(parseArchive(text).content.state.ticked.size >= said.saved.length, label);
	}
}

for (const failing of ['once', 'from_then_on'] as const satisfies readonly Failing[]) {
	for (const isNew of [true, false]) {
		test(`a call of the file system that fails ${failing === 'once' ? 'once' : 'from some moment on'}, each in turn, in ${isNew ? 'a new session' : 'one that goes on'}: nothing that was reported as done is lost`, {
			timeout: 60_000,
		}, async () => {
			const failed = new Map<string, number>();
			for (let nth = 1; ; nth += 1) {
				assert.ok(nth < 400, 'the work never ended');
				const state = join(place, `${failing}-${isNew}-${nth}`);
				await mkdir(state, {mode: 0o700});
				const output = join(place, `${failing}-${isNew}-${nth}.json`);
				await writeFile(output, 'old');
				const before = isNew ? [] : ['before'];
				if (!isNew) {
					await record(state, [tick('before')]);
				}

				faults.arm(nth, failing, nth % 2 === 0 ? 'ENOSPC' : 'EIO');
				const said = await work(state, output).finally(() => faults.disarm());
				const call = faults.disarm();
				await inspect({state, output, before, failing}, said, `call ${nth}, ${call}`);
				await rm(state, {recursive: true, force: true});
				if (call === null) {
					assert.deepEqual(said.refused, []);
					assert.ok(said.facts !== null && said.isExported);
					break;
				}

				failed.set(call, (failed.get(call) ?? 0) + 1);
			}

			for (const call of ['open', 'writeFile', 'sync', 'rename', 'stat', 'close', 'link']) {
				assert.ok((failed.get(call) ?? 0) > 0, `${call} never failed`);
			}
		});
	}
}
