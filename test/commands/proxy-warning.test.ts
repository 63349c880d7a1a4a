import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {openIo} from '../../source/commands/call/open-io.ts';
import type {Invocation} from '../../source/commands/invocation.ts';
import {openOrganization} from '../../source/commands/opening/open-organization.ts';
import {proxyWarning} from '../../source/commands/reach/proxy-words.ts';
import {startSimulator} from '../../source/training/start-simulator.ts';

const now = () => new Date('2026-11-24T10:00:00Z');
const live = {kind: 'live', region: 'us', origin: 'https://mixpanel.com'} as const;
const named = {HTTPS_PROXY: 'http://proxy.example:8080'};

test('a proxy that this Node cannot use is warned of where Mixpanel itself is asked', () => {
	assert.match(proxyWarning(live, named, '22.13.0') ?? '', /Node 22\.13\.0 cannot use it.*Use Node 24\.5/);
	assert.equal(proxyWarning(live, named, '24.5.0'), null);
	assert.equal(proxyWarning(live, {}, '22.13.0'), null);
	assert.equal(proxyWarning({...live, kind: 'simulated'}, named, '22.13.0'), null);
});

describe('the wizard, opening an organization', () => {
	/** What is said when an organization is opened with a proxy named that does nothing. */
	async function opening(
		context: TestContext,
		kind: 'live' | 'simulated',
		isThere: boolean,
	): Promise<string | null> {
		const stateDirectory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-proxy-'));
		context.after(() => rm(stateDirectory, {recursive: true, force: true}));
		const before = process.env['ALL_PROXY'];
		process.env['ALL_PROXY'] = 'http://proxy.example:8080';
		context.after(() => {
			delete process.env['ALL_PROXY'];
			Object.assign(process.env, before === undefined ? {} : {ALL_PROXY: before});
		});
		const simulator = await startSimulator({scenario: 'startup', seed: 1, now});
		const {baseUrl: origin, serviceAccount, secret} = simulator;
		if (!isThere) {
			await simulator.close();
		}

		const {signal} = new AbortController();
		const invocation: Invocation = {
			command: '',
			positionals: [],
			flags: new Map(),
			environment: {
				serviceAccount: null,
				secret: null,
				scimToken: null,
				organizationId: null,
				projectId: null,
				baseUrl: null,
				stateDirectory,
				plain: false,
			},
			io: openIo(),
			signal,
			now,
		};
		const road = await openOrganization(
			invocation,
			{
				baseUrl: kind === 'live' ? {kind, region: 'us', origin} : {kind, origin},
				credentials: {serviceAccount, secret},
				organizationId: null,
				projectId: null,
			},
			signal,
			null,
		);
		if (road.kind === 'opened') {
			await road.close();
			await simulator.close();
			return road.notice;
		}

		return road.kind === 'failed' ? road.what : null;
	}

	const warning = /ALL_PROXY is set and HTTPS_PROXY is not, so Mixpanel is asked directly\. Set HTTPS_PROXY/;

	test('says once that the proxy is not used', async context => {
		assert.match((await opening(context, 'live', true)) ?? '', warning);
	});

	test('says it also where Mixpanel is not reached, which may be why', async context => {
		assert.match((await opening(context, 'live', false)) ?? '', warning);
	});

	test('says nothing of it in training', async context => {
		assert.doesNotMatch((await opening(context, 'simulated', true)) ?? '', /PROXY/);
	});
});
