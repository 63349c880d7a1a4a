import type {TestContext} from 'node:test';
import {
	type Simulator,
	type SimulatorOptions,
	startSimulator,
} from '../../source/training/start-simulator.ts';

export const noon = new Date('2026-11-24T12:00:00Z');

/** A simulator that is closed when the test ends; `startup`, seed 7 and a clock that stands unless told otherwise. */
export async function simulatorFor(
	test: TestContext,
	options: Partial<SimulatorOptions> = {},
): Promise<Simulator> {
	const simulator = await startSimulator({scenario: 'startup', seed: 7, now: () => noon, ...options});
	test.after(() => simulator.close());
	return simulator;
}

export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** Decoded, undefined when it is no JSON. */
	readonly body: unknown;
};

export type CallOptions = {
	readonly method?: string;
	/** Sent as JSON; a string goes as it is. */
	readonly body?: unknown;
	/** `username:secret`, or null for none; the simulator's own by default. */
	readonly credential?: string | null;
};

/** One request; redirects are not followed. */
export async function call(simulator: Simulator, path: string, options: CallOptions = {}): Promise<Answer> {
	const {method = 'GET', body} = options;
	const credential =
		options.credential === undefined
			? `${simulator.serviceAccount}:${simulator.secret.reveal()}`
			: options.credential;
	const response = await fetch(simulator.baseUrl + path, {
		method,
		redirect: 'manual',
		headers: credential === null ? {} : {authorization: `Basic ${btoa(credential)}`},
		...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
	});
	const text = await response.text();
	return {status: response.status, headers: response.headers, text, body: decode(text)};
}

/** The value at a path of keys in decoded JSON; undefined when there is none. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
	let found = value;
	for (const key of keys) {
		found =
			typeof found === 'object' && found !== null && Object.hasOwn(found, key)
				? Object.entries(found).find(([name]) => name === String(key))?.[1]
				: undefined;
	}

	return found;
}

/** The rows under `results`, or of a bare list. Throws when there are none. */
export function rowsOf(answer: Answer): readonly Readonly<Record<string, unknown>>[] {
	const rows = Array.isArray(answer.body) ? answer.body : at(answer.body, 'results');
	if (!Array.isArray(rows)) {
		throw new Error(`No rows in: ${answer.text.slice(0, 200)}`);
	}

	return rows.map(row => Object.fromEntries(Object.entries(row ?? {})));
}

function decode(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
