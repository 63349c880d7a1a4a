import type {Figure} from './figure.ts';
import {ofCommand} from './memory.ts';
import {simulate} from './simulator.ts';
import type {World} from './world.ts';

/** Milliseconds that each answer takes. */
const latency = 50;
/** Requests under way at once, the most there are (mixpanel-api §1.4). */
const atOnce = 3;

/** Of a check: how long it took, in milliseconds, and the most memory it held, in kibibytes. */
type Run = {readonly took: number; readonly peak: number};

/** `check` of an organization of 500 projects over a slow line, once, against the least it could take; and of a tenth of it. */
export async function largeCheck(world: World): Promise<readonly Figure[]> {
	const {peak: bare} = await ofCommand(world, ['-e', '0'], {});
	const tenth = await checkOf(world, 'large-tenth');
	const large = await checkOf(world, 'large');
	const least = (requestsFor(500) / atOnce) * latency;
	const mebibytes = Math.round((large.peak - bare) / 1024);
	return [
		{
			what: 'check, 500 projects, 50 ms latency',
			measured: `${(large.took / least).toFixed(2)} × requests ÷ 3 × latency`,
			goal: '≤ 1.1',
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

async function checkOf(world: World, scenario: string): Promise<Run> {
	const organization = await simulate(world.program, ['--scenario', scenario, '--latency', `${latency}`]);
	try {
		const started = performance.now();
		const {peak} = await ofCommand(world, [world.program, 'check', '--quiet'], organization.environment);
		return {took: performance.now() - started, peak};
	} finally {
		await organization.stop();
	}
}
