import assert from 'node:assert/strict';
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {openLink} from '../../source/terminal/open-link.ts';

let directory = '';

before(async () => {
	directory = await mkdtemp(join(tmpdir(), 'open-link-'));
	const opener = join(directory, process.platform === 'darwin' ? 'open' : 'xdg-open');
	await writeFile(
		opener,
		`#!/bin/sh\n/usr/bin/env > '${directory}/env.part'\necho "$1" > '${directory}/url.part'\nmv '${directory}/env.part' '${directory}/env'\nmv '${directory}/url.part' '${directory}/url'\n`,
	);
	await chmod(opener, 0o755);
});

after(() => rm(directory, {recursive: true, force: true}));

async function whenWritten(name: string): Promise<string> {
	for (;;) {
		const text = await readFile(join(directory, name), 'utf8').catch(() => null);
		if (text !== null) {
			return text;
		}

		await new Promise(resolve => setImmediate(resolve));
	}
}

test('opens a page of Mixpanel and hands on nothing of the environment that a browser does not need', {
	timeout: 20_000,
}, async () => {
	const opened = await openLink('https://mixpanel.com/settings/org#serviceaccounts', {
		PATH: `${directory}:/usr/bin:/bin`,
		MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-of-the-environment',
	});
	assert.equal(opened, true);
	assert.equal((await whenWritten('url')).trim(), 'https://mixpanel.com/settings/org#serviceaccounts');
	assert.doesNotMatch(await whenWritten('env'), /canary-of-the-environment/);
});

test('opens nothing else', async () => {
	const path = {PATH: `${directory}:/usr/bin:/bin`};
	for (const address of [
		'http://mixpanel.com/',
		'https://mixpanel.com.evil.example/',
		'https://user@mixpanel.com/',
		'https://mixpanel.com:444/',
		'file:///etc/passwd',
		'javascript:1',
		'--help',
		'',
	]) {
		assert.equal(await openLink(address, path), false, address);
	}
});

test('says so where there is no opener', async () => {
	assert.equal(await openLink('https://mixpanel.com/login', {PATH: '/nowhere'}), false);
});
