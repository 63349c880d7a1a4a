import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {completeEnvironment} from '../../source/commands/call/complete-environment.ts';
import {readEnvironment} from '../../source/commands/call/read-environment.ts';
import {redact} from '../../source/terminal/redact.ts';
import {platformStateDirectory} from '../../source/terminal/state-directory.ts';
import {UserError} from '../../source/types/user-error.ts';

const none = new Map<string, string | true>();

test('reads the variables and takes the secret ones out', () => {
	const environment: NodeJS.ProcessEnv = {
		MIXPANEL_SERVICE_ACCOUNT: 'robot.1',
		MIXPANEL_SERVICE_ACCOUNT_SECRET: 'environment-canary\n',
		MIXPANEL_SCIM_TOKEN: 'scim-canary',
		MIXPANEL_ORGANIZATION_ID: ' 12 ',
		OTHER: 'stays',
	};
	const variables = readEnvironment(environment);
	assert.equal(variables.serviceAccount, 'robot.1');
	assert.equal(variables.secret?.reveal(), 'environment-canary');
	assert.equal(variables.scimToken?.reveal(), 'scim-canary');
	assert.equal(variables.organizationId, '12');
	assert.deepEqual(Object.keys(environment), [
		'MIXPANEL_SERVICE_ACCOUNT',
		'MIXPANEL_ORGANIZATION_ID',
		'OTHER',
	]);
	assert.equal(redact('a environment-canary b scim-canary'), 'a [redacted] b [redacted]');
});

test('an empty variable counts as unset', () => {
	const environment: NodeJS.ProcessEnv = {
		MIXPANEL_SERVICE_ACCOUNT: '',
		MIXPANEL_SERVICE_ACCOUNT_SECRET: '',
		MIXPANEL_PROJECT_ID: '  ',
		MIXPANEL_BASE_URL: '',
		MIXPANEL_HARDEN_STATE_DIR: '',
		MIXPANEL_HARDEN_PLAIN: '',
	};
	assert.deepEqual(readEnvironment(environment), readEnvironment({}));
	assert.equal('MIXPANEL_SERVICE_ACCOUNT_SECRET' in environment, false);
});

for (const [value, plain] of [
	['1', true],
	['true', true],
	['0', false],
	['false', false],
] as const) {
	test(`MIXPANEL_HARDEN_PLAIN=${value} ${plain ? 'asks' : 'does not ask'} for plain text`, () => {
		assert.equal(readEnvironment({MIXPANEL_HARDEN_PLAIN: value}).plain, plain);
	});
}

test('plain text is asked for by flag, variable, or a terminal without capabilities', () => {
	const variables = readEnvironment({});
	assert.equal(completeEnvironment(variables, none, {HOME: '/h', TERM: 'xterm'}).plain, false);
	assert.equal(completeEnvironment(variables, new Map([['plain', true]]), {}).plain, true);
	assert.equal(completeEnvironment({...variables, plain: true}, none, {}).plain, true);
	assert.equal(completeEnvironment(variables, none, {TERM: 'dumb'}).plain, true);
});

test('the state directory is named by flag, else variable, else platform', () => {
	const named = readEnvironment({MIXPANEL_HARDEN_STATE_DIR: '/variable'});
	const flag = new Map([['state-dir', 'relative/flag']]);
	assert.equal(completeEnvironment(named, flag).stateDirectory, path.resolve('relative/flag'));
	assert.equal(completeEnvironment(named, none).stateDirectory, path.resolve('/variable'));
	assert.equal(
		completeEnvironment(readEnvironment({}), none, {XDG_STATE_HOME: '/xdg', LOCALAPPDATA: '/xdg'})
			.stateDirectory,
		platformStateDirectory({XDG_STATE_HOME: '/xdg', LOCALAPPDATA: '/xdg'}),
	);
});

test('each platform keeps state in its own place', () => {
	const home = () => '/home/ana';
	assert.equal(platformStateDirectory({XDG_STATE_HOME: '/xdg'}, 'linux', home), '/xdg/mixpanel-harden');
	assert.equal(platformStateDirectory({}, 'linux', home), '/home/ana/.local/state/mixpanel-harden');
	assert.equal(
		platformStateDirectory({XDG_STATE_HOME: 'relative'}, 'linux', home),
		'/home/ana/.local/state/mixpanel-harden',
	);
	assert.equal(
		platformStateDirectory({XDG_STATE_HOME: '/xdg'}, 'darwin', home),
		'/home/ana/Library/Application Support/mixpanel-harden',
	);
	assert.equal(platformStateDirectory({}, 'win32', home), '/home/ana/AppData/Local/mixpanel-harden');
});

test('an account without a home is told to name a directory', () => {
	assert.equal(
		platformStateDirectory({}, 'linux', () => {
			throw new Error('no entry');
		}),
		null,
	);
	assert.equal(
		platformStateDirectory({}, 'linux', () => ''),
		null,
	);
	assert.throws(
		() => completeEnvironment(readEnvironment({}), none, {}, () => null),
		(error: unknown) =>
			error instanceof UserError && error.exitCode === 5 && error.next.includes('--state-dir'),
	);
});
