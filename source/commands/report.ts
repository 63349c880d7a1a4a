import {join} from 'node:path';
import {guideDocument} from '../controls/guide/index.ts';
import {controls} from '../controls/index.ts';
import {buildReport, type ReportVerdicts} from '../report/session/build-report.ts';
import {renderReportJson} from '../report/session/render-json.ts';
import {renderReportMarkdown} from '../report/session/render-markdown.ts';
import type {ReportDocument} from '../report/session/report-document.ts';
import {openSession} from '../session/open-session.ts';
import {type SessionKey, sessionFolder} from '../session/session-key.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionState} from '../types/session.ts';
import type {Target} from '../types/target.ts';
import {tool} from '../types/tool.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import {givenPolicy} from './files/given-policy.ts';
import {openOutput} from './files/open-output.ts';
import {writeOut} from './files/write-out.ts';
import type {Invocation, RunCommand} from './invocation.ts';
import {chooseSession} from './opening/choose-session.ts';
import {sessionPolicy} from './opening/session-policy.ts';
import {sessionVerdicts} from './opening/session-verdicts.ts';

/** `report`: the last assessment of a session and all that was decided in it. Reads only local state. */
export const run: RunCommand = async invocation => {
	const output = await openOutput(flagText(invocation, 'output'), invocation.flags.has('overwrite'));
	const {io, environment} = invocation;
	const {key, others} = await chooseSession(environment.stateDirectory, flagText(invocation, 'organization'));
	const document = await reportOf(key, invocation);
	const text =
		flagText(invocation, 'format') === 'json' ? renderReportJson(document) : renderReportMarkdown(document);
	await (output === null ? writeOut(invocation, text) : output(text));
	io.stderr.write(noticesOf(document, others).join(''));
	return exitCodes.done;
};

async function reportOf(key: SessionKey, invocation: Invocation): Promise<ReportDocument> {
	const {environment, now} = invocation;
	const {state, organizationName, ...journal} = await readSession(key, invocation);
	if (state.assessments.length === 0 && key.kind !== 'byHand') {
		throw new UserError('There is nothing to report yet.', {
			why: 'No assessment has been recorded in this session.',
			next: 'Start the wizard with `mixpanel-harden` and let it read the organization once.',
			exitCode: exitCodes.usage,
		});
	}

	const madeAt = now();
	const {policy, note} = sessionPolicy(state, await givenPolicy(invocation));
	const verdicts = await sessionVerdicts(state, {
		directory: join(environment.stateDirectory, 'sessions', sessionFolder(key)),
		byHand: key.kind === 'byHand',
		policy,
		now: madeAt,
	});
	return buildReport({
		verdicts: withNote(verdicts, note),
		state,
		target: targetOf(key, organizationName),
		controls,
		guideDocument,
		policy,
		journal,
		tool,
		now: madeAt,
	});
}

function withNote(verdicts: ReportVerdicts, note: string | null): ReportVerdicts {
	const notes = [verdicts.note, note].filter(each => each !== null);
	return notes.length === 0 ? verdicts : {...verdicts, note: notes.join(' ')};
}

type ReadSession = {
	readonly state: SessionState;
	readonly organizationName: SafeText | null;
	readonly headHash: string | null;
	readonly damaged: boolean;
	readonly leftOutLines: number;
};

async function readSession(key: SessionKey, {environment, now}: Invocation): Promise<ReadSession> {
	const opened = await openSession({
		stateDirectory: environment.stateDirectory,
		target: targetOf(key, null),
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now,
		readOnly: true,
	});
	switch (opened.kind) {
		case 'open': {
			const {state, organizationName} = opened.session;
			return {state, organizationName, headHash: opened.session.headHash(), damaged: false, leftOutLines: 0};
		}

		case 'held': {
			const {state, organizationName} = opened;
			return {state, organizationName, headHash: null, damaged: false, leftOutLines: 0};
		}

		case 'damaged': {
			const {state, organizationName, leftOut} = opened;
			await opened.close();
			return {state, organizationName, headHash: null, damaged: true, leftOutLines: leftOut};
		}

		case 'newer':
		case 'failed': {
			throw opened.error;
		}
	}
}

function targetOf(key: SessionKey, name: SafeText | null): Target {
	switch (key.kind) {
		case 'byHand': {
			return {kind: 'byHand'};
		}

		case 'live': {
			return {...key, name: name ?? makeSafe('')};
		}

		case 'simulated': {
			return {...key, name: name ?? makeSafe('')};
		}
	}
}

function noticesOf({target, journal}: ReportDocument, others: number): readonly string[] {
	const what =
		target.organizationId === null
			? 'the session by hand'
			: `${target.organizationName === '' ? 'organization' : `${target.organizationName},`} ${target.organizationId}${target.simulated ? ', TRAINING' : ''}`;
	return [
		others === 0
			? ''
			: `This is ${what}, worked on last of ${others + 1} sessions. --organization names another.\n`,
		journal.damaged
			? `The journal of this session is damaged; ${journal.leftOutLines} of its lines are left out. Start the wizard to mend it.\n`
			: '',
	];
}
