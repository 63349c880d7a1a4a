import {keyReach} from '../../assessment/key-reach.ts';
import {controls} from '../../controls/index.ts';
import {baseUrlOfRegion, parseBaseUrl} from '../../mixpanel/base-url.ts';
import {changingRequests, requests} from '../../mixpanel/requests.ts';
import {type Attempt, askToConnect, type KeyTest, type Place} from '../../prompts/connect.ts';
import {connectIntroduction} from '../../prompts/connect-introduction.ts';
import {type ConnectQuestions, questionsByKeys} from '../../prompts/connect-questions.ts';
import {wrap} from '../../report/check/wrap.ts';
import {keepOut} from '../../terminal/redact.ts';
import type {Region} from '../../types/target.ts';
import {organizationLabel} from '../../ui/organization-label.ts';
import {askedOrganization, askedProject} from '../call/asked-ids.ts';
import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';
import {besideOf, type Connection} from './connection.ts';
import {describeReached} from './describe-reached.ts';
import {keyMay} from './key-may.ts';
import {proxyNotice} from './proxy-words.ts';
import {reachOrganization} from './reach-organization.ts';
import {inSentences} from './trouble.ts';

/** What came of asking: a tried connection, back to the start, or broken off. */
export type Asked =
	| {readonly kind: 'connected'; readonly connection: Connection}
	| {readonly kind: 'back'}
	| {readonly kind: 'cancelled'};

/** Ask for a connection with prompts, in a terminal. */
export async function askConnection(invocation: Invocation, organizationId: string | null): Promise<Asked> {
	const {io, environment} = invocation;
	const asked = askedOrganization(invocation);
	const say = (line: string): void => void io.stdout.write(`${broken(line, io.stdout.columns)}\n`);
	connectIntroduction(requests, changingRequests, proxyNotice(), environment.plain ? '0' : 'Esc').forEach(
		say,
	);
	const connected = await askToConnect({
		place: placeOf(invocation),
		organizationId: organizationId ?? asked,
		test: attempt => test(invocation, attempt),
		say,
		questions: await questionsFor(invocation),
	});
	return connected.kind === 'connected'
		? {
				kind: 'connected',
				connection: {
					...connectionOf(invocation, connected.attempt),
					organizationId: connected.organizationId,
				},
			}
		: connected;
}

/** Questions for the keys of a terminal, or line by line where plain text is wanted. */
export async function questionsFor({io, signal, environment}: Invocation): Promise<ConnectQuestions> {
	const streams = {signal, input: io.stdin, output: io.stdout};
	if (!environment.plain) {
		return questionsByKeys(streams);
	}

	const {questionsByLine} = await import('../../prompts/plain/questions-by-line.ts');
	return questionsByLine(streams, process.env['TERM'] === 'dumb');
}

/** A line longer than the terminal is wide, broken between words; any other as it is. */
export function broken(line: string, columns: number): string {
	return line.length <= columns ? line : wrap(line, columns, line.search(/\S/)).join('\n');
}

function placeOf(invocation: Invocation): Place | null {
	const baseUrl = flagText(invocation, 'base-url') ?? invocation.environment.baseUrl;
	if (baseUrl !== null) {
		return {kind: 'given', baseUrl};
	}

	const region = flagText(invocation, 'region');
	return isRegion(region) ? {kind: 'region', region} : null;
}

function isRegion(text: string | null): text is Region {
	return text === 'us' || text === 'eu' || text === 'in';
}

function connectionOf(
	invocation: Invocation,
	{place, serviceAccount, secret, organizationId}: Attempt,
): Connection {
	return {
		baseUrl: place.kind === 'given' ? parseBaseUrl(place.baseUrl) : baseUrlOfRegion(place.region),
		credentials: {serviceAccount, secret},
		organizationId,
		projectId: askedProject(invocation),
		...besideOf(invocation),
	};
}

async function test(invocation: Invocation, attempt: Attempt): Promise<KeyTest> {
	keepOut(attempt.secret);
	const connection = connectionOf(invocation, attempt);
	const reached = await reachOrganization(connection, invocation);
	switch (reached.kind) {
		case 'reached': {
			const {target, identity, client} = reached;
			const may = await keyMay(client, identity, target.organizationId, {
				now: invocation.now,
				signal: invocation.signal,
				serviceAccount: attempt.serviceAccount,
				projectId: connection.projectId,
			});
			const reach = keyReach(controls, may);
			return {
				kind: 'accepted',
				organizationId: target.organizationId,
				lines: [
					`✔ ${organizationLabel(target, target.name)}`,
					`  This key can judge ${reach.judged} of ${reach.of} rules that the API can answer.`,
					...(reach.others.length === 0
						? []
						: [`  The others need a key with the organization role Admin: ${reach.others.join(', ')}.`]),
					...(may.readOrganization
						? []
						: [
								'  It sees the projects it is in and no others: it can find faults there, and never call all in order.',
							]),
				],
			};
		}

		case 'several': {
			return reached;
		}

		case 'none': {
			return {
				kind: 'unnamed',
				why: 'The key is accepted and names no organization. Its id is the number in the SSO postback URL.',
			};
		}

		case 'not_listed':
		case 'refused': {
			return {kind: 'refused', why: inSentences(describeReached(reached, connection))};
		}

		case 'unanswered': {
			return {kind: 'unanswered', why: inSentences(describeReached(reached, connection))};
		}
	}
}
