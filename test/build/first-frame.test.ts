import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import type {Metafile} from 'esbuild';
import {buildRelease} from '../../source/build/release.ts';
import {root} from '../support/run-program.ts';

/** The sources that have to be loaded before the wizard's first frame. */
const beginnings = ['commands/program.ts', 'commands/wizard.ts', 'commands/wizard/run-wizard.ts'];

/** What the first frame does without: it waits behind an import until the start screen stands. */
const behind =
	/^source\/(?:assessment|evidence|mixpanel|prompts|remediation|report|training)\/|^source\/controls\/(?!time-text)|^source\/ui\/(?:components|conduct|effects|state\/(?!start-screen)|screens\/(?!start|lay-out|small-terminal|spinner|frame))/;

/** The bundled files of which one of these sources is a part, with all they import at once. */
function loadedWith({outputs}: Metafile, sources: readonly string[]): ReadonlySet<string> {
	const loaded = new Set<string>();
	const load = (file: string): void => {
		if (!loaded.has(file)) {
			loaded.add(file);
			for (const {kind, path: imported} of outputs[file]?.imports ?? []) {
				if (kind === 'import-statement' && imported in outputs) {
					load(imported);
				}
			}
		}
	};

	for (const [file, {inputs}] of Object.entries(outputs)) {
		if (sources.some(source => (inputs[`source/${source}`]?.bytesInOutput ?? 0) > 0)) {
			load(file);
		}
	}

	return loaded;
}

test('before the first frame the wizard loads little, and nothing of Ink', async () => {
	const directory = await mkdtemp(path.join(os.tmpdir(), 'mixpanel-harden-first-'));
	try {
		const metafile = await buildRelease(root, path.join(directory, 'dist'));
		const files = loadedWith(metafile, beginnings);
		const own = [...files].flatMap(file =>
			Object.entries(metafile.outputs[file]?.inputs ?? {}).filter(
				([input, {bytesInOutput}]) => input.startsWith('source/') && bytesInOutput > 0,
			),
		);
		assert.ok(own.some(([input]) => input === 'source/ui/screens/start.ts'));
		assert.deepEqual(
			own.map(([input]) => input).filter(input => behind.test(input)),
			[],
		);
		const packages = [...files]
			.flatMap(file => Object.keys(metafile.outputs[file]?.inputs ?? {}))
			.map(input => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1])
			.filter(name => name !== undefined);
		assert.deepEqual(
			[...new Set(packages)].filter(name => /ink|react|yoga|chalk|zod|got|conf/.test(name)),
			[],
		);
		const weight = own.reduce((sum, [, {bytesInOutput}]) => sum + bytesInOutput, 0);
		assert.ok(weight < 64 * 1024, `${weight} bytes of our own`);

		assert.ok(files.size <= 8, `${files.size} files`);
	} finally {
		await rm(directory, {recursive: true, force: true});
	}
});
