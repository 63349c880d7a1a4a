import {once} from 'node:events';
import {makeSafe} from '../terminal/make-safe.ts';
import {openRequestLogFile, type RequestLogFile} from '../training/request-log-file.ts';
import {type Simulator, startSimulator} from '../training/start-simulator.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import type {Invocation, RunCommand} from './invocation.ts';

/**
Serve a simulated organization until the signal. Standard output carries one JSON line with all a client needs,
and nothing after it.
*/
export const run: RunCommand = async invocation => {
	const {flags, io, signal} = invocation;
	let logFile: RequestLogFile | null = null;
	const simulator = await startSimulator({
		scenario: textFlag(flags, 'scenario') ?? 'startup',
		seed: numberFlag(flags, 'seed', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]) ?? 1,
		port: numberFlag(flags, 'port', [0, 65_535]) ?? 0,
		latency: numberFlag(flags, 'latency', [0, 60_000]) ?? 0,
		faults: listFlag(flags, 'fault'),
		now: invocation.now,
		log: entry => logFile?.add(entry),
	});
	try {
		const logPath = textFlag(flags, 'log');
		// Only now: a call that is refused leaves no file behind.
		logFile = logPath === null ? null : await openRequestLogFile(logPath);
		io.stdout.write(`${announcement(simulator)}\n`);
		if (io.stderr.isTTY) {
			io.stderr.write(hint(simulator));
		}

		await untilStopped(signal, logFile);
	} finally {
		await simulator.close();
		await logFile?.close();
	}

	return exitCodes.done;
};

function announcement(simulator: Simulator): string {
	const {baseUrl, organizationId, serviceAccount, secret, scimToken, dnsServer, consoleUrl} = simulator;
	return JSON.stringify({
		baseUrl,
		organizationId,
		serviceAccount,
		// Made up for practice: whoever started the server needs it, and it opens nothing else.
		secret: secret.reveal(),
		scimToken: scimToken?.reveal() ?? null,
		dnsServer,
		consoleUrl,
	});
}

function hint(simulator: Simulator): string {
	const [domain] = simulator.domains.claimed;
	return [
		`${makeSafe(simulator.organizationName)} is a simulated organization, at your service until Ctrl-C.`,
		'In another terminal, set these from the line above and check it:',
		'',
		`  export MIXPANEL_BASE_URL=${simulator.baseUrl}`,
		`  export MIXPANEL_SERVICE_ACCOUNT=${simulator.serviceAccount}`,
		`  export MIXPANEL_SERVICE_ACCOUNT_SECRET=${simulator.secret.reveal()}`,
		...(simulator.scimToken === null ? [] : [`  export MIXPANEL_SCIM_TOKEN=${simulator.scimToken.reveal()}`]),
		'  mixpanel-harden check',
		'',
		domain === undefined ? '' : `Its claimed domain is ${makeSafe(domain)}.`,
		'',
	].join('\n');
}

async function untilStopped(signal: AbortSignal, logFile: RequestLogFile | null): Promise<void> {
	if (!signal.aborted) {
		await Promise.race([once(signal, 'abort'), ...(logFile === null ? [] : [logFile.broken])]);
	}
}

function textFlag(flags: Invocation['flags'], name: string): string | null {
	const value = flags.get(name);
	return typeof value === 'string' ? value : null;
}

function listFlag(flags: Invocation['flags'], name: string): readonly string[] {
	const value = flags.get(name);
	return typeof value === 'object' ? value : typeof value === 'string' ? [value] : [];
}

function numberFlag(
	flags: Invocation['flags'],
	name: string,
	[lowest, highest]: readonly [number, number],
): number | null {
	const text = textFlag(flags, name);
	if (text === null) {
		return null;
	}

	const value = Number(text);
	if (!/^-?\d+$/u.test(text) || value < lowest || value > highest) {
		throw new UserError(`--${name} cannot be "${makeSafe(text)}".`, {
			why: `It takes a whole number from ${lowest} to ${highest}.`,
			next: `Write it as in \`mixpanel-harden simulate --${name} ${Math.max(lowest, 0)}\`.`,
			exitCode: exitCodes.usage,
		});
	}

	return value;
}
