import assert from 'node:assert/strict';
import {copyFile, open, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {readEvidence} from '../../../source/commands/files/read-evidence.ts';
import {openSession} from '../../../source/session/open-session.ts';
import type {Session} from '../../../source/session/session.ts';
import type {EvidenceKind} from '../../../source/types/evidence-facts.ts';
import type {Target} from '../../../source/types/target.ts';
import type {Recorder} from '../../../source/ui/effects/edges.ts';
import {createImportRunner, type ImportRunner} from '../../../source/ui/effects/run-imports.ts';
import type {AppEvent} from '../../../source/ui/state/app-event.ts';
import {temporaryDirectory} from '../../session/state.ts';
import {now} from '../world.ts';

const target: Target = {kind: 'byHand'};

type Rig = {
	readonly runner: ImportRunner;
	readonly session: Session;
	readonly folder: string;
	readonly events: readonly AppEvent[];
	/** Resolves with the next event that ends an import. */
	readonly ended: () => Promise<AppEvent>;
	readonly journal: () => Promise<string>;
};

async function rig(t: TestContext): Promise<Rig> {
	const folder = await temporaryDirectory(t);
	const opened = await openSession({
		stateDirectory: folder,
		target,
		tool: {version: '0', guideVersion: '0'},
		now: () => now,
	});
	assert.ok(opened.kind === 'open');
	const {session} = opened;
	t.after(() => session.close());
	const events: AppEvent[] = [];
	let end = Promise.withResolvers<AppEvent>();
	let recording = Promise.resolve();
	const recorder: Recorder = session;
	const runner = createImportRunner(
		() => recorder,
		work => {
			recording = recording.then(work);
		},
		{readEvidence: (kind, place, options) => readEvidence(kind, place, {...options, now})},
		{
			dispatch(event) {
				events.push(event);
				if (event.type === 'evidence_imported' || event.type === 'session_failed') {
					end.resolve(event);
					end = Promise.withResolvers();
				}
			},
		},
	);
	return {
		runner,
		session,
		folder,
		events,
		ended: () => end.promise,
		journal: () => readFile(session.path, 'utf8'),
	};
}

async function imported({runner, ended}: Rig, kind: EvidenceKind, place: string): Promise<AppEvent> {
	const end = ended();
	runner.run({type: 'import_evidence', kind, place});
	return end;
}

const log = `Date and Time,User,Action,IP Address,Project or Org
2026-11-20T09:00:00Z,raj@corp.example,organization_setting.updated,203.0.113.7,Acme
2026-11-19T09:00:00Z,ana@corp.example,session.logged_in,203.0.113.8,Acme
no row
`;

test('a log is journaled by its numbers and its hash, and only the screen is told who did what', async t => {
	const here = await rig(t);
	const file = join(here.folder, 'my log.csv');
	await writeFile(file, log);
	const event = await imported(here, 'audit_log', `'${file}'`);
	assert.ok(event.type === 'evidence_imported');
	const read = event.facts.auditLog;
	assert.ok(read?.outcome === 'ok');
	assert.deepEqual(read.value.recent, [
		{name: 'organization_setting.updated', at: '2026-11-20T09:00:00.000Z', by: 'raj@corp.example'},
	]);
	assert.equal(read.evidence[0]?.detail, 'my log.csv');
	const [evidence] = here.session.state.evidence;
	assert.ok(evidence?.kind === 'audit_log');
	assert.deepEqual([evidence.log.events, evidence.log.malformed], [2, 1]);
	const journal = await here.journal();
	assert.match(journal, /"evidence_imported"/);
	assert.doesNotMatch(journal, /raj|ana@|203\.0|Acme|recent/);
});

test('a certificate is journaled by its fingerprint; a private key is refused and kept nowhere', async t => {
	const here = await rig(t);
	const file = join(here.folder, 'idp.pem');
	await copyFile(join(import.meta.dirname, '../../evidence/fixtures/long.pem'), file);
	assert.equal((await imported(here, 'saml_certificate', file)).type, 'evidence_imported');
	const [evidence] = here.session.state.evidence;
	assert.ok(evidence?.kind === 'saml_certificate');
	assert.match(evidence.certificates[0]?.fingerprint ?? '', /^[\dA-F]{2}(:[\dA-F]{2}){31}$/);
	assert.doesNotMatch(await here.journal(), /BEGIN|MII/);

	const secret = 'c2VjcmV0LWtleS1ieXRlcw';
	const key = join(here.folder, 'key.pem');
	await writeFile(key, `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`);
	const refused = await imported(here, 'saml_certificate', key);
	assert.ok(refused.type === 'session_failed');
	assert.match(refused.what, /holds a private key and is not read/);
	assert.deepEqual([refused.ofForm, refused.field], [true, 'file']);
	assert.ok(!JSON.stringify(here.events).includes(secret));
	assert.ok(!(await here.journal()).includes(secret));
});

test('what is no such file is said at the field: nothing there, a folder, a log that is none', async t => {
	const here = await rig(t);
	const nonsense = join(here.folder, 'notes.txt');
	await writeFile(nonsense, 'hello\n');
	const huge = join(here.folder, 'huge.csv');
	const handle = await open(huge, 'w');
	await handle.truncate(1024 ** 3 + 1);
	await handle.close();
	for (const [place, words] of [
		[join(here.folder, 'none.csv'), /There is no such file/],
		[here.folder, /not a regular file/],
		[nonsense, /no audit log that can be understood/],
		[huge, /too large.*Up to 1 GB/],
	] as const) {
		const event = await imported(here, 'audit_log', place);
		assert.ok(event.type === 'session_failed');
		assert.match(event.what, words);
		assert.doesNotMatch(event.what, /--import/);
		assert.equal(event.field, 'file');
	}

	assert.deepEqual(here.session.state.evidence, []);
});

test('a long log tells how far it is, and can be stopped: nothing is told or kept after that', async t => {
	const here = await rig(t);
	const file = join(here.folder, 'long.csv');
	const handle = await open(file, 'w');
	const block = `${log.split('\n')[1]}\n`.repeat(12_500);
	for (let count = 0; count < 60; count += 1) {
		await handle.write(block);
	}

	await handle.close();
	here.runner.run({type: 'import_evidence', kind: 'audit_log', place: file});
	const deadline = Date.now() + 20_000;
	while (here.events.length === 0 && Date.now() < deadline) {
		await new Promise(resolve => setTimeout(resolve, 5));
	}

	const [first] = here.events;
	assert.ok(first?.type === 'import_progressed');
	const {done, size, events} = first.progress;
	assert.ok(done > 0 && done < size && events > 0, JSON.stringify(first.progress));
	here.runner.run({type: 'stop_import'});
	const told = here.events.length;
	// The next file takes its turn only once the stopped one is let go of.
	const small = join(here.folder, 'small.csv');
	await writeFile(small, log);
	assert.equal((await imported(here, 'audit_log', small)).type, 'evidence_imported');
	assert.equal(here.events.length, told + 1);
	assert.equal(here.session.state.evidence.length, 1);
	assert.equal(here.session.state.evidence[0]?.name, 'small.csv');
});
