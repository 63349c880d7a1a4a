import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';

export type SimulatedOrganization = {
	/** What a client needs to reach it, as environment variables. */
	readonly environment: Readonly<Record<string, string>>;
	readonly stop: () => Promise<void>;
};

/** Serves a simulated organization from a process of its own, so that its memory and work are not counted. */
export async function simulate(program: string, flags: readonly string[]): Promise<SimulatedOrganization> {
	const child = spawn(process.execPath, [program, 'simulate', ...flags], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'close');
	const first: unknown = await Promise.race([
		once(createInterface({input: child.stdout}), 'line').then(([line]) => JSON.parse(String(line))),
		ended,
	]);
	return {
		environment: {
			MIXPANEL_BASE_URL: text(first, 'baseUrl'),
			MIXPANEL_SERVICE_ACCOUNT: text(first, 'serviceAccount'),
			MIXPANEL_SERVICE_ACCOUNT_SECRET: text(first, 'secret'),
		},
		async stop() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

function text(announced: unknown, name: string): string {
	const found = new Map(Object.entries(Object(announced))).get(name);
	if (typeof found !== 'string') {
		throw new Error(`the simulator did not announce its ${name}`);
	}

	return found;
}
