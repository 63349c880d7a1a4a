import type {Preferences} from '../../session/preferences.ts';
import {sessionFolder} from '../../session/session-key.ts';
import {clipboardSequence} from '../../terminal/clipboard-sequence.ts';
import {handOverInput, letGoOfInput} from '../../terminal/hand-over-input.ts';
import {whenLeaving} from '../../terminal/leave-terminal.ts';
import {type ExitCode, exitCodes} from '../../types/exit-code.ts';
import type {Edges} from '../../ui/effects/edges.ts';
import {initialState} from '../../ui/initial-state.ts';
import type {Road} from '../../ui/state/app-state.ts';
import type {Show} from '../../ui/theatre.ts';
import type {Invocation} from '../invocation.ts';
import type {Connection} from '../reach/connection.ts';
import {quickStartRows} from './start-rows.ts';

// All that the first frame does not need: the controls, the guide and what reads sessions.
const behind = () => import('./behind-start.ts');

/** Where the wizard begins: on the start screen (`road` null), or down a road with what the prompts were told. */
export type Beginning = {readonly road: Road | null; readonly asked: Connection | null};

/** Show the wizard until it is left, stepping aside for the prompts where it asks to. Resolves to the exit code. */
export async function showUntilLeft(
	invocation: Invocation,
	beginning: Beginning,
	show: Show,
): Promise<ExitCode> {
	const {io, signal, now, environment} = invocation;
	let {road, asked} = beginning;
	const {policy} = invocation;
	const judging = policy && {
		policy,
		policyRecord: (await import('../opening/policy-record.ts')).policyRecord(policy),
	};
	let called = invocation;
	for (;;) {
		const state = initialState({
			...judging,
			startRows: await quickStartRows(invocation),
			now: now(),
			columns: io.stdout.columns,
			rows: io.stdout.rows,
		});
		const forget = whenLeaving(() => undefined);
		const answers = asked;
		const caller = called;
		const {outcome, state: last} = await show(
			state,
			road,
			{
				open: async (way, cancel) => (await behind()).openRoad(caller, way, answers, cancel),
				startRows: async () => (await behind()).namedStartRows(invocation),
				guide: async () => (await behind()).readGuide(),
				openPage: async url => (await behind()).openLink(url),
				saveText: async (name, content) =>
					(await behind()).saveText(environment.stateDirectory, name, content),
				readEvidence: async (kind, place, options) =>
					(await behind()).readEvidence(kind, place, {...options, now: now()}),
				hashFile: async path => (await behind()).hashFile(path),
				copy: text => copyTo(io.stdout, text),
				...personEdges(invocation),
			},
			{stdin: io.stdin, stdout: io.stdout, now, signal},
		).finally(forget);
		if (outcome.kind === 'quit' || outcome.kind === 'interrupted') {
			letGoOfInput(io.stdin);
			const {exitSummary, resumeCommand} = await behind();
			const left = last.open ?? last.left;
			const command = resumeCommand(invocation, left?.session ?? null);
			io.stdout.write(`${exitSummary(last, environment.stateDirectory, command).join('\n')}\n`);
			return outcome.kind === 'quit' ? exitCodes.done : exitCodes.cancelled;
		}

		handOverInput(io.stdin);
		if (outcome.kind === 'scim_token') {
			const {askToken} = await import('../reach/ask-token.ts');
			const token = await askToken(called);
			if (token.kind === 'cancelled') {
				letGoOfInput(io.stdin);
				return exitCodes.cancelled;
			}

			if (token.kind === 'given') {
				called = {...called, environment: {...environment, scimToken: token.token}};
				asked = asked === null ? null : {...asked, scimToken: token.token};
			}

			// The same session once more, where it was left.
			road = last.open === null ? null : {kind: 'resume', folder: sessionFolder(last.open.target)};
			continue;
		}

		const {askConnection} = await import('../reach/ask-connection.ts');
		const answered = await askConnection(invocation, outcome.organizationId);
		switch (answered.kind) {
			case 'cancelled': {
				letGoOfInput(io.stdin);
				return exitCodes.cancelled;
			}

			case 'back': {
				road = null;
				asked = null;
				break;
			}

			case 'connected': {
				road = {kind: 'connect', organizationId: answered.connection.organizationId};
				asked = answered.connection;
			}
		}
	}
}

function copyTo(stdout: NodeJS.WriteStream, text: string): boolean {
	const sequence = clipboardSequence(text);
	if (sequence !== null) {
		stdout.write(sequence);
	}

	return sequence !== null;
}

/** The name last given, kept in the preferences; their library is loaded when first asked, long after the first frame. */
function personEdges({environment, now}: Invocation): Pick<Edges, 'knownPerson' | 'rememberPerson'> {
	const open = async (): Promise<Preferences> => {
		const {openPreferences} = await import('../../session/preferences.ts');
		return openPreferences(environment.stateDirectory, now());
	};
	let opened: Promise<Preferences> | null = null;
	const preferences = (): Promise<Preferences> => (opened ??= open());
	return {
		knownPerson: async () => (await preferences()).person,
		rememberPerson: async name => void (await preferences()).setPerson(name),
	};
}
