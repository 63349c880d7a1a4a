// A process that opens the session of `acme` and records ticks until it is stopped. It prints one JSON line for what
// came of opening, then one for each tick that was reported as saved or refused.
import {writeSync} from 'node:fs';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {UserError} from '../../source/types/user-error.ts';

const [stateDirectory = '', name = '', most = '0', end = 'close'] = process.argv.slice(2);

function say(line: object): void {
	writeSync(1, `${JSON.stringify(line)}\n`);
}

const opened = await openSession({
	stateDirectory,
	target: {kind: 'live', region: 'us', organizationId: '4410022', name: makeSafe('Acme')},
	tool: {version: '0.1.0', guideVersion: '0.1.0'},
	now: () => new Date(),
});
say({
	kind: opened.kind,
	...('notices' in opened ? {notices: opened.notices} : {}),
	...('holder' in opened ? {holder: opened.holder} : {}),
	...('error' in opened ? {error: `${opened.error.message} ${opened.error.why}`} : {}),
});
if (opened.kind === 'open') {
	for (let count = 1; count <= Number(most); count += 1) {
		const click = `${name}.${count}`;
		try {
			await opened.session.append({type: 'click_ticked', click, done: true});
			say({saved: click});
		} catch (error) {
			say({refused: click, exitCode: error instanceof UserError ? error.exitCode : null});
		}
	}

	if (end === 'close') {
		await opened.session.close();
		say({closed: true});
	} else {
		setInterval(() => undefined, 1000);
	}
}
