import {join} from 'node:path';
import {noDecisions} from '../../assessment/decisions.ts';
import {importedFacts} from '../../assessment/imported-facts.ts';
import {guideDocument} from '../../controls/guide/index.ts';
import type {Answers} from '../../session/answers/answers.ts';
import {layAnswersOver} from '../../session/answers/lay-over.ts';
import {emptySession} from '../../session/fold.ts';
import {openSession} from '../../session/open-session.ts';
import {sessionFolder} from '../../session/session-key.ts';
import {unansweredProfile} from '../../types/profile.ts';
import type {SessionState} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import {tool} from '../../types/tool.ts';
import type {Level} from '../../types/verdict.ts';
import type {Invocation} from '../invocation.ts';
import type {Words} from '../reach/assess-connection.ts';
import {keptKnowledge} from './kept-knowledge.ts';

/**
What people have said in the session of an organization, read without taking part in it, and what a file of answers
says over it. `level` stands above both. A session that can't be read is a warning on standard error: the verdicts
stand without it.
*/
export async function wordsOf(
	invocation: Invocation,
	target: Target,
	level: Level | null,
	answers: Answers | null = null,
): Promise<Words> {
	const read = invocation.flags.has('no-session') ? null : await readState(invocation, target);
	const session = read?.state ?? null;
	const state =
		answers === null ? session : layAnswersOver(session ?? emptySession, answers, invocation.now());
	const profile = state?.profile ?? unansweredProfile;
	return {
		profile: level === null ? profile : {...profile, level},
		attestations: state?.attestations ?? [],
		decisions: state ?? noDecisions,
		headHash: read?.headHash ?? null,
		files: importedFacts(session?.evidence ?? []),
		since:
			session === null || state === null ? [] : await keptKnowledge(state, directoryOf(invocation, target)),
	};
}

function directoryOf({environment}: Invocation, target: Target): string {
	return join(environment.stateDirectory, 'sessions', sessionFolder(target));
}

type ReadState = {readonly state: SessionState; readonly headHash: string | null};

async function readState({environment, io, now}: Invocation, target: Target): Promise<ReadState | null> {
	if (target.kind !== 'byHand' && !/^\d{1,20}$/.test(target.organizationId)) {
		return null;
	}

	const opened = await openSession({
		stateDirectory: environment.stateDirectory,
		target,
		tool: {version: tool.version, guideVersion: guideDocument.version},
		now,
		readOnly: true,
	});
	switch (opened.kind) {
		case 'open': {
			return {state: opened.session.state, headHash: opened.session.headHash()};
		}

		case 'held': {
			return {state: opened.state, headHash: null};
		}

		case 'damaged': {
			io.stderr.write(
				`The journal of this session is damaged; ${opened.leftOut} of its entries are left out. Start the wizard to mend it.\n`,
			);
			await opened.close();
			return {state: opened.state, headHash: null};
		}

		case 'newer':
		case 'failed': {
			const {message, why} = opened.error;
			io.stderr.write(
				`The session is left aside: ${message} (${why}) The verdicts rest on what was read alone.\n`,
			);
			return null;
		}
	}
}
