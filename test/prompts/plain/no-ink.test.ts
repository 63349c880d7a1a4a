import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {build} from 'esbuild';
import {root} from '../../support/run-program.ts';

test('the plain journey brings neither Ink nor React nor a component with it', async () => {
	const {metafile} = await build({
		absWorkingDir: root,
		entryPoints: [path.join(root, 'source/commands/wizard/run-plain.ts')],
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		outdir: 'unwritten',
		write: false,
		metafile: true,
		packages: 'external',
		logLevel: 'silent',
	});
	const own = Object.keys(metafile.inputs);
	const packages = Object.values(metafile.inputs).flatMap(({imports}) =>
		imports.filter(({external}) => external === true).map(({path: name}) => name),
	);
	assert.ok(own.some(file => file.endsWith('ui/state/update.ts')));
	assert.ok(packages.includes('@inquirer/prompts'));
	assert.deepEqual(
		own.filter(file => /source\/ui\/(components|conduct|run-app)/.test(file)),
		[],
	);
	assert.deepEqual(
		packages.filter(name => /^(ink|react|yoga)/.test(name)),
		[],
	);
});
