import assert from 'node:assert/strict';
import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {openControl, readToEnd, see, select, toStage, whenOver} from './program.ts';
import {drawn, enter, startParked} from './tour.ts';

/** The last is where the walk goes on. */
const sizes = [
	{columns: 60, rows: 20},
	{columns: 120, rows: 40},
	{columns: 80, rows: 24},
] as const;

/** Set to a folder to have every frame written there, as text and as a picture, and be looked at. */
const frames = process.env['WRITE_FRAMES'];

describe('every state a session can be in, at 60 by 20, 80 by 24 and 120 by 40', {
	concurrency: 2,
	timeout: 120_000,
}, () => {
	test('what waits, ended, is in doubt, was waived, exempted, said, compared, recorded in part or interrupted', async test => {
		const terminal = await comeBack(test);
		await whole(terminal, 'news', [
			/Welcome back, Ana/,
			/You left 3 days ago\./,
			/Growth, Okta, harbour\.example: still so\?/,
			/✖ shipping_address: the change was not made, as reading shows\. f makes it anew\./,
			/nadia\S* is Admin now, was Member .*new finding/,
			/○ The four groups of key events were looked at .*2 weeks ago/,
			/○ Ben's waiver ran out: Every secret is young .*3\.1.* 3 days ago/,
			/○ Ben's exemption ran out: etl\S*, Every account expires, and soon enough .*today/,
			/○ Each Owner and Admin has a written reason and a reviewer .*2\.3.*nadia\S* Look again\./,
			/… 2\.2 waits for Cleo, the other Admin: the list of project members over since \d{4}-\d\d-\d\d, look again/,
			/… 1\.1\.C6 waits for Ivo, Okta: the Mixpanel app (look again today|passes now ✔)/,
			/… 1\.1\.C3 waits for Ben, DNS: the TXT record of harbour\.example look again in [23] days/,
			/… 3\.1\.C4 waits for the nightly job: the new key to be used look again in [67] days/,
			/… 1\.2 waits for all staff: a second factor for everybody/,
			/enter where you left: 1\.1 SAML single sign-on, step 4/,
			/enter yes, a no|enter go on/,
		]);

		terminal.type('c');
		await see(terminal, /^ (Level )?L2 /m, readToEnd);
		await whole(terminal, 'controls', [
			/L2 \d+ of \d+ rules decided score 0\.\d\d/,
			/1\.1 SAML single sign-on … look again: (the wait for )?Ivo, Okta/,
			/1\.2 Two-factor … (waiting )?for all staff, 3 weeks/,
			/1\.3 Access requests L2 ○ by hand 0 of 2 decided/,
			/2\.1 Organization roles ✖ (fail )?waived until \d{4}-\d\d-\d\d/,
			/2\.2 Project access L2 … look again: Cleo, .*Admin/,
			/2\.3 Admin access ✖ fail waived · 3 open/,
			/3\.1 Service accounts ✖ fail … .*3 weeks/,
			/3\.2 Data governance L2 ✖ fail/,
			/4\.1 Activity logs ○ by hand 0 of 3 decided/,
		]);

		// Attested, unknown, not applicable by plan; waits and what differs at the clicks; the rescue sheet before them.
		await select(terminal, /❯ +1\.1 /, 'up');
		terminal.press('enter');
		await see(terminal, /Rescue sheet/);
		await atEachSize(terminal, 'rescue sheet', [
			/Clicks here can lock people out\. Enter goes on to them\./,
			/Have ready before you begin/,
			/s save/,
		]);
		terminal.press('enter');
		await toStage(terminal, 'Check');
		terminal.press('home');
		await atEachSize(terminal, 'attested', [
			/❯ ✔ pass Single Sign-On is switched on .*said by Ana/,
			/“The card says Enabled” — Ana, \d{4}-\d\d-\d\d/,
			/\? unknown Each claimed domain .*not reached/,
			/– n\/a SCIM provisions .*your answers/,
		]);
		await select(terminal, /Each claimed domain/, 'down');
		await detailAtEachSize(terminal, 'unknown, not reached', [
			/Each claimed domain carries its TXT record/,
			/Actual could not be reached/,
		]);
		await toStage(terminal, 'Act');
		await select(terminal, /3 {2}Copy the token/, 'down');
		await atEachSize(terminal, 'click waits', [
			/❯ … 3 Copy the token/,
			/Waits for Ben, DNS: the TXT record of harbour\.example\. Parked 3 weeks ago by Ana; look again on \d{4}-\d\d-\d\d\./,
		]);
		await select(terminal, /6 {2}Create the Mixpanel app/, 'down');
		await atEachSize(terminal, 'click wait due today', [
			/❯ … 6 Create the Mixpanel app/,
			/Waits The wait is over: \d{4}-\d\d-\d\d has come\./,
		]);
		await select(terminal, /2 {2}Press Add a Domain/, 'up');
		await atEachSize(terminal, 'differs', [
			/❯ ○ 2 Press Add a Domain/,
			/Differs “The button is called Claim” — Ana, 3 weeks ago/,
		]);
		await back(terminal);

		// Not applicable by an answer; a control that waits as a whole.
		await openControl(terminal, '1.2');
		await toStage(terminal, 'Check');
		await atEachSize(terminal, 'not applicable', [
			/… waiting for all staff, 3 weeks: a second factor for/,
			/– n\/a Two-factor authentication is o.*your answers/,
			/○ by hand The identity provider asks for/,
		]);
		await back(terminal);

		// Confirmed, and waived as a whole.
		await openControl(terminal, '2.1');
		await toStage(terminal, 'Check');
		await detailAtEachSize(terminal, 'confirmed and waived', [
			/Waived until \d{4}-\d\d-\d\d by Ana; Ben answers: Reorganized in spring/,
			/❯ ✖ fail Few people are Owner or Admin .*confirmed/,
			/✔ pass Access is given through teams .*verified/,
			/Actual 6 of 13 users are Owner or Admin/,
		]);
		await back(terminal);

		// A wait that is over for days, and a register that is begun.
		await openControl(terminal, '2.2');
		await toStage(terminal, 'Check');
		terminal.press('home');
		await atEachSize(terminal, 'wait over, register begun', [
			/… look again: the wait for Cleo, the other Admin is over/,
			/❯ ○ by hand No project is open to all u.*1 of 3 recorded/,
			/1 of 3 recorded; new: Shop Staging, Marketing Site\./,
			/✔ pass Test data has a project .*said by Ana/,
		]);
		await back(terminal);

		// In doubt with its cause; a waiver that ends soon.
		await openControl(terminal, '2.3');
		await toStage(terminal, 'Check');
		await select(terminal, /Each Owner and Admin/, 'down');
		await atEachSize(terminal, 'in doubt', [
			/❯ ○ by hand Each Owner and Admin has .*in doubt/,
			/✖ fail No service account is Owner .*waived/,
			/1 person became Owner or Admin since: nadia@harbour\.example\. Look again\./,
		]);
		await toStage(terminal, 'Verify');
		await atEachSize(terminal, 'in doubt, recorded', [
			/✖ No service account is Owner or Admin of the organiza.* waived until \d{4}-\d\d-\d\d/,
			/was ✔ pass · in doubt, look again/,
		]);
		await back(terminal);

		// A waiver that ended, a word the reading contradicts, a register begun, an exemption that ended.
		await openControl(terminal, '3.1');
		await toStage(terminal, 'Check');
		await select(terminal, /Every secret is young/, 'down');
		await detailAtEachSize(terminal, 'waiver ended', [
			/❯ ✖ fail Every secret is young .*verified/,
			/The waiver of Ben ended on \d{4}-\d\d-\d\d\./,
			/○ by hand Purpose and owner of each .*2 of 6 recorded/,
		]);
		await select(terminal, /No account is Owner or Admin/, 'down');
		await detailAtEachSize(terminal, 'contradicted', [
			/❯ ✖ fail No account is Owner or Adm/,
			/This contradicts Ana, who said on \d{4}-\d\d-\d\d that it is so\./,
		]);
		await toStage(terminal, 'Gap');
		terminal.press('home');
		await see(terminal, /❯ . Every account expires/);
		await select(terminal, /etl\./, 'down');
		await detailAtEachSize(terminal, 'exemption ended', [
			/❯ etl\S*/,
			/never expires; its exemption ended on \d{4}-\d\d-\d\d/,
		]);
		await back(terminal);

		// An exemption in effect; changes that were made, stopped by drift, settled by reading.
		await openControl(terminal, '3.2');
		await toStage(terminal, 'Gap');
		await select(terminal, /❯ +email /, 'down');
		await detailAtEachSize(terminal, 'exempted', [
			/❯ email exempted until \d{4}-\d\d-\d\d/,
			/Exempted until \d{4}-\d\d-\d\d by Ana; Ben answers: Needed by billing\. d takes it back\./,
		]);
		await toStage(terminal, 'Verify');
		await whole(terminal, 'own changes', [
			/✖ Personal data is classified or blocked verified/,
			/– Session Replay keeps its masking by your answers/,
			/shipping_address: the change failed, sent by Ana, 3 days ago\. It was not carried out\./,
			/\$first_name: nothing was sent, asked for by Ana, 3 days ago\. It was classified by somebody else meanwhile\./,
			/\$phone: classified, seen by reading again, by Ana, 3 days ago/,
		]);
		await back(terminal);

		// A word that ran out.
		await openControl(terminal, '4.1');
		await toStage(terminal, 'Check');
		await select(terminal, /The four groups/, 'down');
		await detailAtEachSize(terminal, 'stale', [
			/❯ ○ by hand The four groups of key events .*ran out/,
			/What Ana said on \d{4}-\d\d-\d\d held for 30 days\. Look again\./,
			/a answers it again\./,
		]);
		await back(terminal);

		terminal.type('W');
		await see(terminal, /Waivers and exemptions/);
		await atEachSize(terminal, 'waivers', [
			/5 given, 3 to look at/,
			/✖ 3\.1 Every secret is young ended on \d{4}-\d\d-\d\d/,
			/✖ 3\.1 etl\S* \S* ?.* ended on \d{4}-\d\d-\d\d/,
			/✔ 2\.3 No service.* ends soon, \d{4}-\d\d-\d\d/,
			/✔ 2\.1 all of Organization roles until \d{4}-\d\d-\d\d/,
			/✔ 3\.2 email, .* until \d{4}-\d\d-\d\d/,
			/enter renew d take back/,
		]);
		await back(terminal);

		terminal.type('h');
		await see(terminal, /History/);
		await select(terminal, /first_name/, 'down');
		await atEachSize(terminal, 'history', [
			/3 weeks ago L2 0\.\d\d \d+ of \d+ the first/,
			/Changes made from here/,
			/3 days ago classify shipping_address failed/,
			/❯ 3 days ago classify \$first_name not sent/,
			/3 days ago classified \$phone u takes it back/,
		]);
		await back(terminal);

		terminal.type('p');
		await see(terminal, /Mixpanel hardening report/);
		await atEachSize(terminal, 'report', [
			/# Mixpanel hardening report: Harbour Example · TRAINING/,
			/enter save/,
		]);
		await back(terminal);

		terminal.type('b');
		await see(terminal, /Beyond the guide/, /never scored/);
		await atEachSize(terminal, 'beyond the guide', [
			/advice, never scored/,
			/❯ Claim your domains as a step of its/,
			/Where? |Why /,
		]);
		await back(terminal);

		await select(terminal, /5 Compliance/, 'down');
		terminal.press('enter');
		await see(terminal, /SOC 2/);
		await atEachSize(terminal, 'compliance', [
			/as printed suggested/,
			/❯ CC6\.1 Logical access\S* .*1\.1 ?\? 1\.1 ?\? 1\.2 ?○ 3\.1 ?✖/,
			/1\.1 SAML single sign-on \? unknown/,
		]);
		await back(terminal);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		const left = terminal.scrollback().join('\n');
		assert.match(left, /Waiting: 2\.2 for Cleo, the other Admin, over since \d{4}-\d\d-\d\d, look again/);
		assert.match(left, /Waiting: 1\.1\.C6 for Ivo, Okta, look again today/);
	});

	test('what could not be read, each for its reason, and a change whose end is not known yet', async test => {
		const terminal = await comeBack(test, {
			faults: ['family-absent', 'denied@service-accounts', 'html@data-views', 'html@properties'],
			more: [{type: 'profile_answered', answers: {sso: 'disabled'}}],
		});
		await whole(terminal, 'news, unread', [
			/Welcome back, Ana/,
			/\? shipping_address: not known yet whether the change was made\. The next reading of it tells; nothing is sent twice\./,
		]);
		terminal.type('c');
		await see(terminal, /^ (Level )?L2 /m, readToEnd);
		await atEachSize(terminal, 'controls, unread', [
			/1\.1 SAML single sign-on … look again/,
			/2\.1 Organization roles \? (unknown )?waived/,
			/2\.3 Admin access \? unknown/,
			/3\.2 Data governance L2 \? unknown/,
		]);
		await select(terminal, /❯ +1\.1 /, 'up');
		terminal.press('enter');
		await see(terminal, /Rescue sheet/);
		terminal.press('enter');
		await toStage(terminal, 'Check');
		await atEachSize(terminal, 'not applicable without SSO', [/– n\/a Each claimed .*your answers/]);
		await back(terminal);
		for (const [control, state, rule, short, reason] of [
			[
				'2.1',
				'not found',
				/Few people are Owner/,
				/not found/,
				/not found|404|nowhere|does not have|does not exist/i,
			],
			[
				'3.1',
				'denied',
				/Every account expires/,
				/not permitted/,
				/permission|may not|not permitted|refused/i,
			],
			[
				'3.2',
				'unreadable',
				/Personal data is/,
				/unreadable/,
				/unreadable|cannot be read|not be read|could not be understood|web page/i,
			],
		] as const) {
			await openControl(terminal, control);
			await toStage(terminal, 'Check');
			terminal.press('home');
			await see(terminal, rule);
			await detailAtEachSize(terminal, state, [
				new RegExp(`❯ \\? unknown ${rule.source}.*${short.source}`),
				reason,
			]);
			await toStage(terminal, 'Verify');
			await atEachSize(terminal, `${state}, recorded`, [new RegExp(`\\? ${rule.source}.*${short.source}`)]);
			await back(terminal);
		}

		terminal.type('h');
		await see(terminal, /History/);
		await atEachSize(terminal, 'history, end not known', [
			/3 days ago classify shipping_address end not known/,
		]);
		await back(terminal);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});

	test('what timed out, is not clear, fails where not all was read or waits to be compared', async test => {
		const terminal = await comeBack(test, {
			faults: ['html:2@data-views'],
			dialects: {twoFactor: 'several'},
			args: ['--dns-server', await silentServer(test)],
			more: [
				{type: 'profile_answered', answers: {sso: null}},
				{type: 'attestation_withdrawn', rule: 'sso-enabled'},
			],
		});
		terminal.type('c');
		await see(terminal, /^ (Level )?L2 /m, readToEnd);
		for (const [control, state, rule, row, reason] of [
			[
				'1.1',
				'timed out',
				/Each claimed/,
				/❯ \? unknown Each claimed .*timed out/,
				/No name server answered in time/,
			],
			['1.2', 'not clear', /Two-factor/, /❯ ○ by hand Two-factor .*not clear/, /\d fields could mean it/],
			['1.3', 'to compare', /No invitation/, /❯ ○ by hand No invitation .*to compare/, /[Ii]nvit/],
			['3.2', 'verified', /New people/, /❯ ✖ fail New people .*verified/, /2 of 3 projects read/],
		] as const) {
			await enter(terminal, control);
			await toStage(terminal, 'Check');
			terminal.press('home');
			await select(terminal, rule, 'down');
			await detailAtEachSize(terminal, state, [row, reason]);
			await toStage(terminal, 'Verify');
			await atEachSize(terminal, `${state}, recorded`, [new RegExp(`${rule.source}.*${state}`)]);
			await back(terminal);
		}

		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});
});

/** The address of a name server that never answers. */
async function silentServer(test: TestContext): Promise<string> {
	const socket = createSocket('udp4');
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	whenOver(test, async () => {
		socket.close();
	});
	return `127.0.0.1:${socket.address().port}`;
}

/** The wizard on the page for whoever comes back, its organization read. */
async function comeBack(
	test: TestContext,
	options: Parameters<typeof startParked>[1] = {},
): Promise<Terminal> {
	const terminal = await startParked(test, options);
	await atEachSize(terminal, 'start', [/❯ Resume Harbour Example · \d+ · simulated 3 days ago/]);
	terminal.press('enter');
	await see(terminal, /Welcome back, Ana/, readToEnd);
	return terminal;
}

/** Until the list of controls is there again. */
async function back(terminal: Terminal): Promise<void> {
	for (let times = 0; !/^ (Level )?L2 /m.test(terminal.screen().join('\n')); times += 1) {
		assert.ok(times < 6, terminal.screen().join('\n'));
		const before = terminal.screen().join('\n');
		terminal.press('escape');
		await drawn(terminal, before);
	}
}

/** All of it is on the one screen, at each size. */
async function atEachSize(terminal: Terminal, name: string, wanted: readonly RegExp[]): Promise<void> {
	for (const size of sizes) {
		await resize(terminal, size);
		await seen(terminal, name, size, wanted, () => textOf(terminal.screen(), size.columns));
	}
}

/** The same where what is said of the selected row may go on behind space. */
async function detailAtEachSize(terminal: Terminal, name: string, wanted: readonly RegExp[]): Promise<void> {
	for (const size of sizes) {
		await resize(terminal, size);
		let text = textOf(terminal.screen(), size.columns);
		for (let parts = 0; /space shows more/.test(text.slice(-4000)) && parts < 6; parts += 1) {
			const before = terminal.screen().join('\n');
			if (wanted.every(each => each.test(text)) || !/space shows more/.test(before)) {
				break;
			}

			terminal.press('space');
			await drawn(terminal, before);
			text += ` ${textOf(terminal.screen(), size.columns)}`;
		}

		await seen(terminal, name, size, wanted, () => `${text} ${textOf(terminal.screen(), size.columns)}`);
	}
}

/** The same anywhere in a text that is scrolled through, a few lines at a time so that nothing is torn apart. */
async function whole(terminal: Terminal, name: string, wanted: readonly RegExp[]): Promise<void> {
	for (const size of sizes) {
		await resize(terminal, size);
		const before = terminal.screen().join('\n');
		terminal.press('home');
		if (/ above/.test(before)) {
			await terminal.waitFor(screen => screen.join('\n') !== before, 5000);
		}

		let text = textOf(terminal.screen(), size.columns);
		// A message lies over what tells that more is below until the first key.
		for (let steps = 0; steps < 40 && !wanted.every(each => each.test(text)); steps += 1) {
			const shown = terminal.screen().join('\n');
			if (steps > 0 && !/ below/.test(shown)) {
				break;
			}

			terminal.press('down', 'down', 'down');
			await drawn(terminal, shown);
			text += `\n${textOf(terminal.screen(), size.columns)}`;
		}

		await seen(terminal, name, size, wanted, () => text);
	}
}

async function resize(terminal: Terminal, size: (typeof sizes)[number]): Promise<void> {
	const before = terminal.screen().join('\n');
	terminal.resize(size.columns, size.rows);
	await terminal.waitFor(screen => isFrame(screen, size));
	await drawn(terminal, before);
}

/** The heading stands in the first row and the keys in the last but one: no line was too long, and none too many. */
function isFrame(screen: readonly string[], {rows, columns}: (typeof sizes)[number]): boolean {
	const [head = ''] = screen;
	const foot = screen[rows - 2] ?? '';
	return (
		/ TRAINING +$| TRAINING$|Hardening Guide$/.test(head) &&
		head.trimEnd().length > columns - 4 &&
		/(\? keys|esc back)/.test(foot)
	);
}

async function seen(
	terminal: Terminal,
	name: string,
	size: (typeof sizes)[number],
	wanted: readonly RegExp[],
	text: () => string,
): Promise<void> {
	const missing = (): readonly RegExp[] => wanted.filter(each => !each.test(text()));
	await terminal
		.waitFor(screen => isFrame(screen, size) && missing().length === 0, 5000)
		.catch(() => undefined);
	if (frames !== undefined) {
		await mkdir(frames, {recursive: true});
		const file = path.join(frames, `${name.replaceAll(/\W+/g, '-')}-${size.columns}`);
		await writeFile(`${file}.txt`, terminal.screen().join('\n'));
		await writeFile(`${file}.svg`, terminal.picture());
	}

	assert.deepEqual(
		missing().map(String),
		[],
		`${name} at ${size.columns} by ${size.rows}:\n${terminal.screen().join('\n')}`,
	);
}

/** What a person reads, line breaks left out: on a wide screen the list and what stands beside it, one after the other. */
function textOf(screen: readonly string[], columns: number): string {
	const left = Math.floor(columns * 0.58);
	const parts = [
		screen,
		...(columns < 110 ? [] : [screen.map(row => row.slice(0, left)), screen.map(row => row.slice(left))]),
	];
	return parts.map(rows => rows.join(' ').replaceAll(/\s+/g, ' ')).join(' ');
}
