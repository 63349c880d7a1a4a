import {renderCheckText} from '../report/check/render-text.ts';
import {type ExitCode, exitCodes} from '../types/exit-code.ts';
import {defaultPolicy} from '../types/policy.ts';
import {createProgress} from './call/progress.ts';
import {textOptions} from './call/text-options.ts';
import type {Invocation} from './invocation.ts';
import {wordsOf} from './opening/session-words.ts';
import {assessConnection} from './reach/assess-connection.ts';
import {type Connection, connectionOf} from './reach/connection.ts';
import {exitCodeOfTrouble} from './reach/exit-code-of-trouble.ts';
import {firstPractice} from './wizard/start-rows.ts';

/**
The program without a terminal: one read-only assessment of the key in the environment, else of the training
organization. Says so in its first line. Verdicts never make it fail; a refused key or no answer does.
*/
export async function checkOnce(invocation: Invocation): Promise<ExitCode> {
	const connection = await connectionOf(invocation);
	if (connection !== null) {
		return assessAndPrint(
			invocation,
			connection,
			`No terminal: one read-only check with the key of the environment.`,
		);
	}

	const {startSimulator} = await import('../training/start-simulator.ts');
	const {parseBaseUrl} = await import('../mixpanel/base-url.ts');
	const simulator = await startSimulator({...firstPractice, now: invocation.now});
	try {
		const training: Connection = {
			baseUrl: parseBaseUrl(simulator.baseUrl),
			credentials: {serviceAccount: simulator.serviceAccount, secret: simulator.secret},
			organizationId: simulator.organizationId,
			projectId: null,
			dnsServer: simulator.dnsServer,
			scimToken: simulator.scimToken,
		};
		return await assessAndPrint(
			invocation,
			training,
			`No terminal and no key: one read-only check of the TRAINING organization.`,
		);
	} finally {
		await simulator.close();
	}
}

async function assessAndPrint(
	invocation: Invocation,
	connection: Connection,
	firstLine: string,
): Promise<ExitCode> {
	const {io, signal, now} = invocation;
	const progress = createProgress(io.stderr, false);
	io.stdout.write(`${firstLine}\n\n`);
	try {
		const {document, ...read} = await assessConnection(connection, {
			controls: [],
			policy: invocation.policy ?? defaultPolicy,
			wordsOn: target => wordsOf(invocation, target, null),
			signal,
			now,
			onProgress: progress.say,
		});
		progress.clear();
		io.stdout.write(renderCheckText(document, textOptions(invocation, true)));
		return exitCodeOfTrouble(invocation, read) ?? exitCodes.done;
	} finally {
		progress.clear();
	}
}
