import {compare, quantile} from './compare.ts';
import type {Figure} from './figure.ts';
import {ofCommand} from './memory.ts';
import {type SimulatedOrganization, simulate} from './simulator.ts';
import type {World} from './world.ts';

/** Milliseconds that each answer takes. */
const latency = 50;
/** Requests under way at once, the most there are (mixpanel-api §1.4). */
const atOnce = 3;

/**
Of a check: how long it took, in milliseconds, and the most memory it held, in kibibytes; and how long one bare request
takes there, the asked latency with what timers, the server and the machine add to it, in milliseconds.
*/
type Run = {readonly took: number; readonly peak: number; readonly answer: number};

/** `check` of an organization of 500 projects over a slow line, once, against the least it could take; and of a tenth of it. */
export async function largeCheck(world: World): Promise<readonly Figure[]> {
	const {peak: bare} = await ofCommand(world, ['-e', '0'], {});
	const tenth = await checkOf(world, 'large-tenth');
	const large = await checkOf(world, 'large');
	const rounds = requestsFor(500) / atOnce;
	const mebibytes = Math.round((large.peak - bare) / 1024);
	return [
		{
			what: 'check, 500 projects, 50 ms latency',
			measured: `${(large.took / rounds / latency).toFixed(2)} × requests ÷ 3 × latency`,
			goal: '≤ 1.1',
		},
		{
			what: 'the same, by what a bare request takes there',
			measured: `${(large.took / rounds / large.answer).toFixed(2)} × requests ÷ 3 × ${large.answer.toFixed(1)} ms`,
			goal: '',
		},
		{what: 'peak memory, check, 500 projects', measured: `node +${mebibytes} MiB`, goal: '≤ +150 MiB'},
		{
			what: 'check, from 50 to 500 projects',
			measured: `${(large.took / tenth.took).toFixed(1)} × the time, ${(large.peak / tenth.peak).toFixed(1)} × the memory`,
			goal: '≤ 10 × the time',
		},
	];
}

/** One for `/me`, four for the organization and four for each project. */
function requestsFor(projects: number): number {
	return 1 + 4 + 4 * projects;
}

/** The median of bare requests for the properties of one project, one after the other over one connection. */
async function bareAnswer({
	MIXPANEL_BASE_URL: base = '',
	MIXPANEL_SERVICE_ACCOUNT: user = '',
	MIXPANEL_SERVICE_ACCOUNT_SECRET: secret = '',
}: SimulatedOrganization['environment']): Promise<number> {
	const authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
	const ask = async (route: string): Promise<string> => {
		const answer = await fetch(new URL(route, base), {headers: {authorization}});
		if (!answer.ok) {
			throw new Error(`a bare request was answered ${answer.status}`);
		}

		return answer.text();
	};
	const [, project = ''] = /"projects":\{"(\d+)"/.exec(await ask('/api/app/me')) ?? [];
	const bare = async (): Promise<number> => {
		const started = performance.now();
		await ask(`/api/app/projects/${project}/data-definitions/properties/`);
		return performance.now() - started;
	};
	return quantile(await compare(30, {bare}), 'bare');
}

async function checkOf(world: World, scenario: string): Promise<Run> {
	const organization = await simulate(world.program, ['--scenario', scenario, '--latency', `${latency}`]);
	try {
		const started = performance.now();
		const {peak} = await ofCommand(world, [world.program, 'check', '--quiet'], organization.environment);
		return {took: performance.now() - started, peak, answer: await bareAnswer(organization.environment)};
	} finally {
		await organization.stop();
	}
}
