import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {Simulator, SimulatorOptions} from '../../source/training/start-simulator.ts';
import {call, simulatorFor} from '../training/call.ts';
import {type Opened, openEdges, type Reach} from './changer-world.ts';

export type World = Opened & {
	readonly reach: Reach;
	readonly simulator: Simulator;
	readonly stateDirectory: string;
	/** Aborts the client and is what a person's Ctrl-C does. */
	readonly controller: AbortController;
	/** The property as somebody else reads it. */
	readonly isClassified: (name: string) => Promise<boolean>;
	/** What somebody else makes of it. */
	readonly classifyElsewhere: (name: string, sensitive: boolean) => Promise<void>;
	/** Paths of every request that is no read. */
	readonly writes: () => readonly string[];
};

/** A simulated organization with a session of its own, both gone after the test. */
export async function worldFor(test: TestContext, options: Partial<SimulatorOptions> = {}): Promise<World> {
	const simulator = await simulatorFor(test, options);
	const stateDirectory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-change-'));
	test.after(() => rm(stateDirectory, {recursive: true, force: true}));
	const {baseUrl, serviceAccount, secret, organizationId} = simulator;
	const reach = {baseUrl, serviceAccount, secret, organizationId, stateDirectory};
	const controller = new AbortController();
	const opened = await openEdges(reach, controller.signal);
	test.after(() => opened.session.close());
	const path = `/api/app/projects/${opened.projects[0]?.id}/data-definitions/properties`;
	return {
		...opened,
		reach,
		simulator,
		stateDirectory,
		controller,
		async isClassified(name) {
			const {text} = await call(simulator, `${path}?name=${encodeURIComponent(name)}&resourceType=User`);
			return text.includes('"sensitive":true');
		},
		async classifyElsewhere(name, sensitive) {
			await call(simulator, path, {method: 'PATCH', body: {name, resourceType: 'User', sensitive}});
		},
		writes: () => simulator.requests.filter(({method}) => method !== 'GET').map(entry => entry.path),
	};
}

/** Everything on the disk below a directory, as one text. */
export async function everythingIn(directory: string): Promise<string> {
	const files = await readdir(directory, {recursive: true, withFileTypes: true});
	const texts = files
		.filter(entry => entry.isFile())
		.map(entry => readFile(join(entry.parentPath, entry.name), 'utf8'));
	return (await Promise.all(texts)).join('\n');
}
