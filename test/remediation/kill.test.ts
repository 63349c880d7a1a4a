import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buffer, text} from 'node:stream/consumers';
import {after, before, describe, it, type TestContext} from 'node:test';
import {build} from 'esbuild';
import {applyChanges} from '../../source/remediation/apply-changes.ts';
import {reconcile} from '../../source/remediation/reconcile.ts';
import {openEdges, planFor} from './changer-world.ts';
import {type World, worldFor} from './world.ts';

const quiet = new AbortController().signal;
let place = '';

before(async () => {
	place = await mkdtemp(join(tmpdir(), 'mixpanel-harden-changer-'));
	await build({
		entryPoints: [join(import.meta.dirname, 'changer.ts')],
		outfile: join(place, 'changer.mjs'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		logLevel: 'error',
		banner: {
			js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);",
		},
	});
});
after(() => rm(place, {recursive: true, force: true}));

/** Run the changer to its end, killed or not; gives what it printed. */
async function change(
	test: TestContext,
	world: World,
	point: string,
	options: {
		readonly baseUrl?: string;
		readonly fileLimit?: number;
		readonly onStart?: (kill: () => void) => void;
	} = {},
): Promise<string> {
	const {reach} = world;
	const call = [
		process.execPath,
		join(place, 'changer.mjs'),
		options.baseUrl ?? reach.baseUrl,
		reach.serviceAccount,
		reach.organizationId,
		reach.stateDirectory,
		point,
	];
	const [command = '', ...words] =
		options.fileLimit === undefined
			? call
			: ['bash', '-c', `ulimit -f ${options.fileLimit}; exec "$@"`, 'bash', ...call];
	const child = spawn(command, words, {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {PATH: process.env['PATH'] ?? '', PRACTICE_SECRET: reach.secret.reveal()},
	});
	test.after(() => child.kill('SIGKILL'));
	options.onStart?.(() => child.kill('SIGKILL'));
	const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
	return printed;
}

/** A server before the simulator that passes everything on, but lets no answer to a write come back: `held` is called instead. */
async function front(test: TestContext, world: World, passes: boolean, held: () => void): Promise<string> {
	const server = createServer(async (request, response) => {
		const isWrite = request.method !== 'GET';
		const body = await buffer(request);
		if (passes || !isWrite) {
			const answer = await fetch(world.reach.baseUrl + request.url, {
				method: request.method ?? 'GET',
				headers: {authorization: request.headers.authorization ?? ''},
				...(isWrite ? {body: new Uint8Array(body)} : {}),
			});
			const content = await answer.text();
			if (!isWrite) {
				response.writeHead(answer.status, {'content-type': 'application/json'}).end(content);
				return;
			}
		}

		held();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	test.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	assert.ok(typeof address === 'object' && address !== null);
	return `http://127.0.0.1:${address.port}`;
}

/** A world whose session is closed, so that another process can have it. */
async function closedWorld(test: TestContext, ticks: number = 0): Promise<World> {
	const world = await worldFor(test);
	for (let count = 0; count < ticks; count += 1) {
		await world.session.append({type: 'click_ticked', click: `1.1.C${count}`, done: true});
	}

	await world.session.close();
	return world;
}

/** What a later start finds and settles, and that the change can then be finished without being made twice. */
async function startAgain(test: TestContext, world: World, settled: readonly string[]): Promise<void> {
	const reopened = await openEdges(world.reach);
	test.after(() => reopened.session.close());
	const reconciled = await reconcile(reopened.session.state.changes, reopened.edges, quiet);
	assert.deepEqual(
		reconciled.map(({outcome}) => outcome),
		settled,
	);
	assert.deepEqual(await reconcile(reopened.session.state.changes, reopened.edges, quiet), []);
	const isMade = await world.isClassified('$email');
	const last = reopened.session.state.changes.at(-1)?.outcome ?? null;
	assert.equal(last, isMade ? 'applied' : last === null ? null : 'failed');
	assert.equal(world.writes().length, isMade ? 1 : 0);
	if (!isMade) {
		await applyChanges([await planFor(reopened, '$email')], reopened.edges, {signal: quiet});
		assert.ok(await world.isClassified('$email'));
		assert.equal(world.writes().length, 1);
	}
}

describe('a change that is killed', () => {
	for (const [point, settled] of [
		['before intent', []],
		['after intent', ['failed']],
		['before send', ['failed']],
		['after response', ['applied']],
		['before outcome', ['applied']],
		['after outcome', []],
	] as const) {
		it(`${point} is settled by reading, and nothing is sent twice`, async test => {
			const world = await closedWorld(test);
			assert.equal(await change(test, world, point), '');
			await startAgain(test, world, settled);
		});
	}

	for (const [passes, settled] of [
		[true, ['applied']],
		[false, ['failed']],
	] as const) {
		it(`while it waits for an answer, ${passes ? '' : 'not '}carried out, is settled by reading`, async test => {
			const world = await closedWorld(test);
			let kill = (): void => undefined;
			const baseUrl = await front(test, world, passes, () => kill());
			const onStart = (end: () => void): void => {
				kill = end;
			};
			assert.equal(await change(test, world, 'never', {baseUrl, onStart}), '');
			await startAgain(test, world, settled);
		});
	}
});

describe('a journal that may not grow', {skip: process.platform === 'win32'}, () => {
	it('lets nothing be sent', async test => {
		const world = await closedWorld(test, 13);
		const {size} = await stat(world.session.path);
		assert.ok(size > 3400 && size < 4096, String(size));
		const printed = await change(test, world, 'never', {fileLimit: 4});
		assert.deepEqual(JSON.parse(printed), {outcome: 'not_sent', problem: 5});
		assert.deepEqual(world.writes(), []);
		await startAgain(test, world, []);
	});
});
