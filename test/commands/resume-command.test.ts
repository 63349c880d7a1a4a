import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {resumeCommand, type Started} from '../../source/commands/wizard/resume-command.ts';

const usual = '/home/ana/.local/state/mixpanel-harden';

const installed: Started = {
	script: '/usr/local/bin/mixpanel-harden',
	directory: '/home/ana/project',
	environment: {XDG_STATE_HOME: '/home/ana/.local/state'},
	platform: 'linux',
};

const practice = {training: {scenario: 'sprawl', seed: 3}};
const organization = {training: null};

/** A call with these flags; `at` is where the state is kept. */
function call(
	flags: Record<string, string | true> = {},
	{at = usual, command = '', positionals = []}: {at?: string; command?: string; positionals?: string[]} = {},
) {
	return {
		command,
		positionals,
		flags: new Map(Object.entries(flags)),
		environment: {
			serviceAccount: null,
			secret: null,
			organizationId: null,
			projectId: null,
			baseUrl: null,
			stateDirectory: at,
			plain: false,
		},
	};
}

describe('the command that resumes', () => {
	test('is the bare program where nothing else was said', () => {
		assert.equal(resumeCommand(call(), organization, installed), 'mixpanel-harden');
		assert.equal(resumeCommand(call(), null, installed), 'mixpanel-harden');
	});

	test('names the state directory where it is not the usual one, as a shell takes it', () => {
		assert.equal(
			resumeCommand(call({}, {at: "/tmp/Ana's state"}), organization, installed),
			String.raw`mixpanel-harden --state-dir '/tmp/Ana'\''s state'`,
		);
	});

	test('says again what was said in flags', () => {
		const flags = {organization: '4410022', 'base-url': 'https://eu.mixpanel.com', plain: true} as const;
		assert.equal(
			resumeCommand(call(flags), organization, installed),
			'mixpanel-harden --organization 4410022 --base-url https://eu.mixpanel.com --plain',
		);
	});

	test('judges by the same policy, in training as well', () => {
		const flags = {policy: 'my policy.yaml'} as const;
		assert.equal(
			resumeCommand(call(flags), organization, installed),
			"mixpanel-harden --policy 'my policy.yaml'",
		);
		assert.equal(
			resumeCommand(call(flags, {command: 'train'}), practice, installed),
			"mixpanel-harden train sprawl --seed 3 --policy 'my policy.yaml'",
		);
	});

	test('practises on what was left, whichever way it was opened', () => {
		for (const begun of [call(), call({seed: '9'}, {command: 'train', positionals: ['startup']})]) {
			assert.equal(resumeCommand(begun, practice, installed), 'mixpanel-harden train sprawl --seed 3');
		}

		const unopened = call({seed: '9'}, {command: 'train', positionals: ['startup']});
		assert.equal(resumeCommand(unopened, null, installed), 'mixpanel-harden train startup --seed 9');
		const usualPractice = {training: {scenario: 'startup', seed: 1}};
		assert.equal(resumeCommand(call(), usualPractice, installed), 'mixpanel-harden train startup');
	});

	test('leaves the training organization out where another one was opened after it', () => {
		const begun = call({seed: '9'}, {command: 'train', positionals: ['sprawl'], at: '/s'});
		assert.equal(resumeCommand(begun, organization, installed), 'mixpanel-harden --state-dir /s');
	});

	test('starts the program as it was started', () => {
		const cases: readonly [Partial<Started>, string][] = [
			[
				{environment: {...installed.environment, npm_lifecycle_event: 'start'}},
				'npm start -- --state-dir /s',
			],
			[{environment: {...installed.environment, npm_command: 'exec'}}, 'npx mixpanel-harden --state-dir /s'],
			[{script: '/home/ana/project/dist/cli.js'}, 'node dist/cli.js --state-dir /s'],
			[{script: '/opt/my tools/cli.js'}, "node '/opt/my tools/cli.js' --state-dir /s"],
			[{script: 'C:\\x\\cli.js', platform: 'win32'}, 'mixpanel-harden --state-dir /s'],
		];
		for (const [started, expected] of cases) {
			assert.equal(resumeCommand(call({}, {at: '/s'}), organization, {...installed, ...started}), expected);
		}
	});
});
