import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {TestContext} from 'node:test';
import {type Simulator, startSimulator} from '../../source/training/start-simulator.ts';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {startWizard, type Variables, type WizardOptions, whenOver} from './program.ts';

const day = 86_400_000;

/** An organization that others act in while the wizard is at work on it, and whose days can pass. */
export type Outside = {
	readonly simulator: Simulator;
	/** So many days later, for the organization and for every wizard started from then on. */
	readonly sleep: (days: number) => void;
	/** The wizard connected to it by the environment, up to its first screen. */
	readonly connect: (options: WizardOptions) => Promise<Terminal>;
	/** The requests that change something, as the organization saw them. */
	readonly mutations: () => readonly string[];
};

/** Start one, closed with the test. `latency` in milliseconds leaves time to do something meanwhile. */
export async function startOutside(
	test: TestContext,
	{latency = 0}: {readonly latency?: number} = {},
): Promise<Outside> {
	let days = 0;
	const simulator = await startSimulator({
		scenario: 'startup',
		seed: 1,
		latency,
		now: () => new Date(Date.now() + days * day),
	});
	whenOver(test, () => simulator.close());
	const environment = (): Variables => ({
		MIXPANEL_BASE_URL: simulator.baseUrl,
		MIXPANEL_SERVICE_ACCOUNT: simulator.serviceAccount,
		MIXPANEL_SERVICE_ACCOUNT_SECRET: simulator.secret.reveal(),
		NODE_OPTIONS: `--import=${new URL('days-later.ts', import.meta.url).href}`,
		TEST_DAYS_LATER: String(days),
	});
	return {
		simulator,
		sleep(more) {
			days += more;
		},
		connect: options =>
			startWizard(test, {...options, environment: {...environment(), ...options.environment}}),
		mutations: () =>
			simulator.requests.filter(({method}) => method !== 'GET').map(({method, path}) => `${method} ${path}`),
	};
}

/** A change as the journal holds it: what was meant to be sent, and how it ended; null while nobody knows. */
export type JournaledChange = {readonly request: string; readonly outcome: string | null};

/** The changes in the journals under a state directory, oldest first. */
export async function journaledChanges(stateDirectory: string): Promise<readonly JournaledChange[]> {
	const sessions = path.join(stateDirectory, 'sessions');
	const events: Fields[] = [];
	for (const folder of await readdir(sessions)) {
		const text = await readFile(path.join(sessions, folder, 'journal.jsonl'), 'utf8');
		events.push(
			...text
				.trimEnd()
				.split('\n')
				.map(line => fieldsOf(JSON.parse(line))),
		);
	}

	const outcomes = new Map(
		events.filter(({type}) => type === 'change_settled').map(({operation, outcome}) => [operation, outcome]),
	);
	return events
		.filter(({type}) => type === 'change_intended')
		.map(({intent}) => {
			const {operation, request} = fieldsOf(intent);
			const {method, path: to} = fieldsOf(request);
			const outcome = outcomes.get(operation);
			return {
				request: `${String(method)} ${String(to)}`,
				outcome: outcome === undefined ? null : String(outcome),
			};
		});
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
	return Object.fromEntries(Object.entries(Object(value)));
}
