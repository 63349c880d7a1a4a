import {chmod, copyFile, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';
import {bundle, bundleEntry} from './bundle.ts';
import {thirdPartyNotices} from './third-party-notices.ts';

const schemas = [
	'source/report/check/check.schema.json',
	'source/report/doctor/doctor.schema.json',
	'source/report/session/report.schema.json',
	'source/session/answers/answers.schema.json',
	'source/session/policy/policy.schema.json',
];

/** Small, and shared by most of what is loaded on demand: each a file of its own would cost more than it weighs. */
const together = [
	'commands/wizard/show-until-left.ts',
	'commands/wizard/start-rows.ts',
	'commands/wizard.ts',
	'controls/time-text.ts',
	'session/list-sessions.ts',
	'terminal/hand-over-input.ts',
	'terminal/make-safe.ts',
	'types/policy.ts',
	'ui/lines/relative-time.ts',
	'ui/organization-label.ts',
	'ui/screens/small-terminal.ts',
];

/**
Build what is published from the sources under `root` into the empty directory `outdir`: the entry, the program
with its parts, the schemas of what `check`, `report` and `doctor` print and of the answers and the policy that are
read, and the notices of all that is bundled. Resolves to esbuild's account of what went where.
*/
export async function buildRelease(root: string, outdir: string): Promise<Metafile> {
	await rm(outdir, {recursive: true, force: true});
	await mkdir(outdir, {recursive: true});
	// Most of what can fail is here: nothing of a failed build looks like a program.
	const source = path.join(root, 'source');
	const metafile = await bundle(
		[path.join(source, 'commands/program.ts')],
		outdir,
		together.map(file => path.join(source, file)),
	);
	const entry = path.join(outdir, 'cli.js');
	await bundleEntry(path.join(root, 'source/cli.ts'), './commands/program.ts', entry);
	await chmod(entry, 0o755);
	for (const schema of schemas) {
		await copyFile(path.join(root, schema), path.join(outdir, path.basename(schema)));
	}

	const mitText = await readFile(path.join(root, 'LICENSE'), 'utf8');
	await writeFile(
		path.join(outdir, 'THIRD-PARTY-NOTICES.txt'),
		await thirdPartyNotices(metafile, root, mitText),
	);
	return metafile;
}

if (import.meta.main) {
	const root = path.resolve(import.meta.dirname, '../..');
	await buildRelease(root, path.join(root, 'dist'));
}
