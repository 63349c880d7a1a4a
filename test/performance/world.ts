import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {bundle} from '../../source/build/bundle.ts';
import {buildRelease} from '../../source/build/release.ts';
import {root} from '../support/run-program.ts';

/** What the figures are taken of, built anew in a directory of its own. */
export type World = {
	readonly directory: string;
	/** The entry of the program. */
	readonly program: string;
	/** Ink drawing one word, bundled the same way. */
	readonly bareInk: string;
	/** Ink drawing one row that follows the arrow keys. */
	readonly bareKeys: string;
	/** The wizard before an organization with a great many findings. */
	readonly manyFindings: string;
	/** To be preloaded: writes what the process held of memory, a `Held` as JSON, to the file in `PEAK_FILE`. */
	readonly peakReporter: string;
	readonly remove: () => Promise<void>;
};

// Where the system does not tell a process's own memory from the pages of Node itself, all of it counts as its own.
const peakReporter = `import {readFileSync, writeFileSync} from 'node:fs';
process.on('exit', () => {
	const peak = process.resourceUsage().maxRSS;
	let own = peak;
	try {
		own = Number(/^RssAnon:\\s+(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
	} catch {}
	writeFileSync(process.env.PEAK_FILE, JSON.stringify({peak, own}));
});
`;

export async function buildWorld(): Promise<World> {
	const directory = await mkdtemp(path.join(os.tmpdir(), 'mixpanel-harden-bench-'));
	const remove = (): Promise<void> => rm(directory, {recursive: true, force: true});
	try {
		await buildRelease(root, path.join(directory, 'dist'));
		await bundle([path.join(root, 'test/build/fixtures/bare-ink.tsx')], path.join(directory, 'bare'));
		const fixtures = path.join(import.meta.dirname, 'fixtures');
		await bundle([path.join(fixtures, 'bare-keys.tsx')], path.join(directory, 'keys'));
		await bundle([path.join(fixtures, 'many-findings.ts')], path.join(directory, 'findings'));
		await writeFile(path.join(directory, 'peak.mjs'), peakReporter);
		// Outside the project nothing says that the files are modules.
		await writeFile(path.join(directory, 'package.json'), '{"type":"module"}');
	} catch (error) {
		await remove();
		throw error;
	}

	return {
		directory,
		program: path.join(directory, 'dist/cli.js'),
		bareInk: path.join(directory, 'bare/bare-ink.js'),
		bareKeys: path.join(directory, 'keys/bare-keys.js'),
		manyFindings: path.join(directory, 'findings/many-findings.js'),
		peakReporter: path.join(directory, 'peak.mjs'),
		remove,
	};
}
